// The pictures of the sample site: what a reader who does not see them is told, and whether their texts can be read.
//
// SITE names the folder of the built site.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, spread } from './chromium.mjs';
import { open, textOf, urlOf } from './folder.mjs';

const { SITE } = process.env;
assert.ok(SITE, 'SITE is not set: these tests are started by tests/run');

const site = open(SITE);
/** A picture that says something; signs beside words are hidden from those who do not see them. */
const drawn = site.pages.filter((page) => textOf(site, page).includes('role="img"'));
const LOOKS = {
  wide: { viewport: { width: 1280, height: 900 } },
  narrow: { viewport: { width: 360, height: 740 } },
};
let browser;
/** By look, page by page. */
const seen = {};

before(async () => {
  browser = await launch();
  for (const [look, options] of Object.entries(LOOKS)) {
    seen[look] = await spread(browser, options, drawn, async (page, name) => {
      await page.goto(urlOf(site, name), { waitUntil: 'load' });
      return { page: name, ...(await page.evaluate(look_at)) };
    });
  }
});

after(() => browser?.close());

/** Fails with the faults, a line for each. */
function none(faults) {
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.join('\n')}`);
}

/** Every fault of every page in every look. */
const faults = (of) =>
  Object.entries(seen).flatMap(([look, pages]) =>
    pages.flatMap((sight) => of(sight).map((fault) => `${sight.page}, ${look}: ${fault}`)),
  );

test('pages of every kind have their pictures', () => {
  const kinds = [/^index/, /^areas\./, /^areas\//, /^units\./, /^units\//, /^campaigns\//, /^tasks\//, /^assessments\//, /^indicators\//, /^not-reported/];
  none(kinds.filter((kind) => !drawn.some((page) => kind.test(page))).map(String));
});

test('every picture has a role, a title and a description, and the others are hidden', () => none(faults((sight) => sight.unnamed)));

test('no two pictures of a page have the same title', () => none(faults((sight) => sight.alike)));

test('ids are unique on every page with pictures', () => none(faults((sight) => sight.twice)));

test('no text of a picture lies on another one or leaves the picture', () => none(faults((sight) => sight.crowded)));

test('every picture has a table after it on its page', () => none(faults((sight) => sight.bare)));

// Runs inside the page.
function look_at() {
  const said = (element) => element?.textContent.trim() ?? '';
  const all = [...document.querySelectorAll('svg')].filter((svg) => !svg.parentElement.closest('svg'));
  const plain = all.filter((svg) => svg.getAttribute('aria-hidden') !== 'true');
  const name = (svg) => said(svg.querySelector('title')) || svg.outerHTML.slice(0, 80);
  const own = (svg, tag) => [...svg.children].find((child) => child.localName === tag);
  const unnamed = plain
    .filter((svg) => svg.getAttribute('role') !== 'img' || !said(own(svg, 'title')) || !said(own(svg, 'desc')))
    .map((svg) => svg.outerHTML.slice(0, 160));
  const titles = plain.map(name);
  const alike = titles.filter((title, place) => titles.indexOf(title) !== place);
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  // Half a unit is lost to rounding.
  const SLACK = 0.5;
  const crowded = plain.flatMap((svg) => {
    // Places in percent have no units of their own: these are measured as they stand on the page.
    const scaled = svg.hasAttribute('viewBox');
    const frame = scaled ? svg.viewBox.baseVal : svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')]
      .map((text) => ({ text: said(text), box: scaled ? text.getBBox() : text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    const out = texts.filter(
      ({ box }) =>
        box.x < frame.x - SLACK ||
        box.y < frame.y - SLACK ||
        box.x + box.width > frame.x + frame.width + SLACK ||
        box.y + box.height > frame.y + frame.height + SLACK,
    );
    const meet = (a, b) =>
      a.x + SLACK < b.x + b.width && b.x + SLACK < a.x + a.width && a.y + SLACK < b.y + b.height && b.y + SLACK < a.y + a.height;
    const pairs = texts.flatMap((one, place) =>
      texts
        .slice(place + 1)
        .filter((other) => meet(one.box, other.box))
        .map((other) => `“${one.text}” lies on “${other.text}”`),
    );
    return [...out.map(({ text }) => `“${text}” leaves the picture`), ...pairs].map((fault) => `${name(svg)}: ${fault}`);
  });
  const tables = [...document.querySelectorAll('table, dl')];
  const bare = plain
    .filter((svg) => !tables.some((table) => table.contains(svg) || svg.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING))
    .map(name);
  return { unnamed, alike, twice, crowded, bare };
}
