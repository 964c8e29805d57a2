// Every check finds the fault that was planted for it, and none on good pages.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { access } from './checks/access.mjs';
import { astray, links } from './checks/links.mjs';
import { moved } from './checks/moved.mjs';
import { narrow } from './checks/narrow.mjs';
import { opening } from './checks/opening.mjs';
import { pictures, sheets } from './checks/pictures.mjs';
import { print } from './checks/print.mjs';
import { still } from './checks/still.mjs';
import { validity } from './checks/validity.mjs';
import { launch } from './chromium.mjs';
import { covering, extremes, open } from './folder.mjs';
import { survey } from './survey.mjs';

const good = open(join(import.meta.dirname, 'planted/good'));
const bad = open(join(import.meta.dirname, 'planted/bad'));
const out = mkdtempSync(join(tmpdir(), 'planted-'));
const light = { colorScheme: 'light', viewport: { width: 1280, height: 900 } };
const asOf = '2026-06-30';
let browser;
let seenGood;
let seenBad;

before(async () => {
  browser = await launch();
  [seenGood, seenBad] = [await survey(browser, good), await survey(browser, bad)];
});

after(async () => {
  await browser?.close();
  rmSync(out, { recursive: true });
});

/** The pages that `faults` speak of, and that each of `texts` is said of the page before it. */
function assertFaults(faults, expected) {
  const pages = new Set(faults.map((fault) => fault.split(/[ :,]/)[0]));
  assert.deepEqual([...pages].sort(), Object.keys(expected).sort(), faults.join('\n'));
  for (const [page, texts] of Object.entries(expected)) {
    const said = faults.filter((fault) => fault.startsWith(page)).join('\n');
    for (const text of texts) assert.ok(said.includes(text), `${text} is not in:\n${said}`);
  }
}

test('opening finds what a page says, asks for and has in its lines', () => {
  assert.deepEqual(opening(good, seenGood), []);
  assertFaults(opening(bad, seenBad), {
    'console.html': ['console error: planted'],
    'throw.html': ['script error: planted'],
    'remote.html': ['asks for https://example.org/remote.png'],
    'style.html': ['style="margin: 0" on <p>', 'policy: style-src-attr forbids inline'],
    'policy.html': ['no Content-Security-Policy'],
    'moved.html': ['/lost.png', '/lost.svg'],
  });
});

test('links finds what leads nowhere', () => {
  assert.deepEqual(links(good, seenGood), []);
  assertFaults(links(bad, seenBad), {
    'link.html': [
      'nowhere.html: no such file',
      'index.html#nowhere: no such id',
      '/index.html: not relative',
      '../planted.test.mjs: outside the site',
      'javascript:void(0): javascript: is no way to a page',
    ],
    'moved.html': ['/lost.png: not relative'],
    'remote.html': ['https://example.org/remote.png: remote'],
    'style.css': ['lost.svg: no such file in the site'],
  });
});

test('astray finds what nothing leads to', () => {
  assert.deepEqual(astray(good, seenGood), []);
  assert.deepEqual(astray(bad, seenBad), ['astray.txt']);
});

test('validity finds what the standard forbids', async () => {
  assert.deepEqual(await validity(good), []);
  assertFaults(await validity(bad), {
    'invalid.html': ['“center” element is obsolete', 'Duplicate ID “twin”'],
    'moved.html': ['image “/lost.png” blocked by “img-src”'],
    'style.html': ['“style” attribute violates Content Security Policy'],
  });
});

test('access finds pale text', async () => {
  assert.deepEqual(await access(browser, good, good.pages, light), []);
  assert.deepEqual(await access(browser, good, good.pages, { ...light, colorScheme: 'dark' }), []);
  assertFaults(await access(browser, bad, bad.pages, light), {
    'pale.html': ['color-contrast'],
    'blank.html': ['page-has-heading-one'],
  });
});

test('narrow finds what is too wide', () => {
  assert.deepEqual(narrow(seenGood), []);
  assertFaults(narrow(seenBad), { 'far.html': ['at 360 px: 20', 'at 320 px: 20', '<p class="far">'] });
});

test('still finds what needs scripts', async () => {
  assert.deepEqual(await still(browser, good, seenGood), []);
  assertFaults(await still(browser, bad, seenBad), {
    'blank.html': ['no heading is seen'],
    'scripted.html': ['needs scripts: <button type="button">', '1 rows without scripts, 2 with them'],
  });
});

test('print finds a table cut off and a day left out', async () => {
  assert.deepEqual(await print(browser, good, good.pages, { asOf, out }), []);
  const faults = await print(browser, bad, ['index.html', 'paper.html'], { asOf, out });
  assertFaults(faults, {
    'paper.html': ['cut off on paper: <div class="cut">', 'wider than the paper, 2000 px: <table class="far">', 'not on paper: 最后一列', '2026-06-30 is not on paper'],
  });
});

test('moved finds what works in one place alone', async () => {
  assert.deepEqual(await moved(browser, good, good.pages), []);
  const faults = await moved(browser, bad, ['index.html', 'moved.html']);
  assertFaults(faults, { 'moved.html': ['/lost.png', '404 for lost.svg'] });
});

test('pictures finds a page that is blank, or bright in the dark', async () => {
  assert.deepEqual(await pictures(browser, good, ['index.html'], out), []);
  sheets(['index.html'], out);
  assertFaults(await pictures(browser, bad, ['bright.html', 'blank.html', 'index.html'], out), {
    'bright.html': ['dark: the ground is 1 bright', 'dark: the text is no contrast'],
    'blank.html': ['wide: the picture is of one colour', 'narrow: the picture is of one colour'],
  });
});

test('the pages picked hold every class of the site', () => {
  const chosen = covering(['index.html'], seenBad);
  const held = new Set(seenBad.filter(({ page }) => chosen.includes(page)).flatMap(({ classes }) => classes));
  assert.deepEqual([...held].sort(), [...new Set(seenBad.flatMap(({ classes }) => classes))].sort());
  assert.ok(chosen.length < bad.pages.length);
  assert.ok(extremes(good).includes('notes/one.html'));
});
