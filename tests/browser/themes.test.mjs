// The themes beside `default`: what `plain` does without, what `official` lays over it, and that both have every page.
//
// SITE names the folder of the site in `default`, AS_OF its day. The two others are built here by the program, from
// TONGBAO or from where cargo puts it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { access } from './checks/access.mjs';
import { links } from './checks/links.mjs';
import { narrow } from './checks/narrow.mjs';
import { print } from './checks/print.mjs';
import { launch, spread } from './chromium.mjs';
import { open, sizeOf, textOf, typical, urlOf } from './folder.mjs';
import { survey } from './survey.mjs';

const { SITE, AS_OF } = process.env;
for (const [name, value] of Object.entries({ SITE, AS_OF })) {
  assert.ok(value, `${name} is not set: these tests are started by tests/run`);
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.TONGBAO ?? join(root, 'target/debug/tongbao');
const work = mkdtempSync(join(tmpdir(), 'tongbao-themes-'));
const sites = {};
/** The pages that stand for the others, in the language of the root, and what was seen on them. */
const chosen = {};
const seen = {};
let browser;

before(async () => {
  browser = await launch();
  for (const theme of ['plain', 'official']) {
    execFileSync(program, ['build', root, '--theme', theme, '--out', join(work, theme)], { stdio: 'pipe' });
    sites[theme] = open(join(work, theme));
    chosen[theme] = typical(sites[theme]).filter((page) => !page.startsWith('en/'));
    seen[theme] = await survey(browser, { ...sites[theme], pages: chosen[theme] });
  }
});

after(async () => {
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
});

/** Fails with the faults, a line for each. */
function none(faults) {
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.join('\n')}`);
}

/** The faults that the default theme does not have on the same pages: what is in its templates, `site.test.mjs` tells. */
async function own(theme, look) {
  const pages = chosen[theme];
  const kind = (fault) => fault.split('\n')[0].split(':').slice(0, 2).join(':').replace(/\d+/g, '');
  const faults = await look(sites[theme], pages);
  if (faults.length === 0) return faults;
  const blamed = pages.filter((page) => faults.some((fault) => fault.startsWith(`${page}:`)));
  const others = new Set((await look(open(SITE), blamed)).map(kind));
  return faults.filter((fault) => !others.has(kind(fault)));
}

/** Ids are known only of the pages that were seen: links to others are followed to the file. */
function astrayFrom(theme) {
  const known = new Set(chosen[theme]);
  const near = seen[theme].map((sighting) => ({
    ...sighting,
    links: sighting.links.map((link) => {
      const [file, anchor] = link.target.split('#');
      const there = file && anchor ? new URL(file, urlOf(sites[theme], sighting.page)).href : null;
      const away = there && ![...known].some((page) => urlOf(sites[theme], page) === there);
      return away ? { ...link, target: file } : link;
    }),
  }));
  return links(sites[theme], near);
}

test('both themes have every page of the default one, but for the search in plain', () => {
  const pages = open(SITE).pages;
  assert.deepEqual(sites.official.pages, pages);
  assert.deepEqual(sites.plain.pages, pages.filter((page) => !/(^|\/)search\.html$/.test(page)));
});

test('plain has no script and one small sheet', () => {
  const { pages, files } = sites.plain;
  none(pages.filter((page) => /<script|<button|\son\w+=/.test(textOf(sites.plain, page))));
  none(pages.filter((page) => (textOf(sites.plain, page).match(/rel="stylesheet"/g) ?? []).length !== 1));
  assert.deepEqual([...files].filter((file) => file.startsWith('theme/')), ['theme/plain.css']);
  assert.ok(sizeOf(sites.plain, 'theme/plain.css') < 20 * 1024);
});

// Some classes are written by the program, not by templates: the pages themselves are asked.
test('plain has a rule for every class of its drawings', () => {
  const css = textOf(sites.plain, 'theme/plain.css').replace(/\/\*[\s\S]*?\*\//g, '');
  const ruled = new Set([...css.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name]) => name));
  const drawn = new Map();
  for (const page of sites.plain.pages) {
    for (const [svg] of textOf(sites.plain, page).matchAll(/<svg[\s\S]*?<\/svg>/g)) {
      for (const [, names] of svg.matchAll(/class="([^"]*)"/g)) {
        for (const name of names.split(/\s+/)) drawn.set(name, page);
      }
    }
  }
  assert.ok(drawn.size >= 40, `${drawn.size} classes`);
  // A light is told by its sign or its lines.
  const bare = [...drawn].filter(([name]) => !ruled.has(name) && !name.startsWith('light-'));
  none(bare.map(([name, page]) => `${page}: .${name}`));
});

for (const theme of ['plain', 'official']) {
  test(`${theme}: links lead to files and places`, () => none(astrayFrom(theme)));

  test(`${theme}: no page has to be moved sideways at 360 px or 320 px`, () => none(narrow(seen[theme])));

  test(`${theme}: no barrier in the light`, async () => {
    const look = { colorScheme: 'light', viewport: { width: 1280, height: 900 } };
    none(await own(theme, (site, pages) => access(browser, site, pages, look)));
  });

  test(`${theme}: pages print whole, with their heading and day`, async () => {
    const out = join(work, 'paper', theme);
    none(await own(theme, (site, pages) => print(browser, site, pages, { asOf: AS_OF, out })));
  });

  test(`${theme}: every sheet is numbered between dashes`, async () => {
    const faults = await spread(browser, {}, chosen[theme], async (page, name) => {
      await page.goto(urlOf(sites[theme], name), { waitUntil: 'load' });
      const path = join(work, 'paper', `${theme}-${name.replaceAll('/', '-')}.pdf`);
      await page.pdf({ path, preferCSSPageSize: true });
      return numbered(path).map((fault) => `${name}: ${fault}`);
    });
    none(faults.flat());
  });
}

/** Sheets without `— 1 —`, `— 2 —`, … */
function numbered(path) {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });
  const sheets = text.split('\f').slice(0, -1);
  return sheets
    .map((sheet, at) => [sheet.replace(/\s/g, ''), at + 1])
    .filter(([sheet, number]) => !sheet.includes(`—${number}—`))
    .map(([, number]) => `sheet ${number} of ${sheets.length} has no number`);
}

test('official: no barrier in the dark on a telephone', async () => {
  const look = { colorScheme: 'dark', viewport: { width: 360, height: 740 } };
  none(await own('official', (site, pages) => access(browser, site, pages, look)));
});

test('plain: a page is read the same where a browser knows no variable, grid or flex', () => {
  const [screen] = readFileSync(join(work, 'plain/theme/plain.css'), 'utf8').split('@media print');
  assert.doesNotMatch(screen, /var\(|:\s*(-ms-)?(grid|flex)/);
});
