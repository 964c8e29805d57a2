// The sample site as readers have it: opened from its folder in Chromium, read by the Nu checker and by axe.
//
// SITE names the folder of the built site, AS_OF its day. Papers and pictures are left in ARTEFACTS.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { access } from './checks/access.mjs';
import { astray, links } from './checks/links.mjs';
import { narrow } from './checks/narrow.mjs';
import { opening } from './checks/opening.mjs';
import { pictures, sheets } from './checks/pictures.mjs';
import { print } from './checks/print.mjs';
import { still } from './checks/still.mjs';
import { validity } from './checks/validity.mjs';
import { launch } from './chromium.mjs';
import { covering, extremes, kinds, open, textOf, typical } from './folder.mjs';
import { survey } from './survey.mjs';

const { SITE, AS_OF, ARTEFACTS } = process.env;
for (const [name, value] of Object.entries({ SITE, AS_OF, ARTEFACTS })) {
  assert.ok(value, `${name} is not set: these tests are started by tests/run`);
}

const site = open(SITE);
let browser;
let sightings;
/** Runs in Java beside the browser. */
let checked;

before(async () => {
  rmSync(ARTEFACTS, { recursive: true, force: true });
  checked = validity(site).catch((error) => [error.message]);
  browser = await launch();
  sightings = await survey(browser, site);
});

after(() => browser?.close());

/** Fails with the faults, a line for each. */
function none(faults) {
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.join('\n')}`);
}

test('the site is large, and each record of its lists has its page', () => {
  assert.ok(site.pages.length >= 150, `${site.pages.length} pages`);
  for (const list of ['tasks', 'meetings', 'units']) {
    const ids = JSON.parse(textOf(site, `data/${list}.json`)).map((line) => line.id);
    assert.ok(ids.length > 0, `data/${list}.json is empty`);
    assert.equal(kinds(site).get(`${list}/`)?.length, ids.length, list);
  }
});

test('the overview names every red item, overdue or not', () => {
  const rows = (list) => JSON.parse(textOf(site, `data/${list}.json`)).filter(({ light }) => light === 'red');
  // A decision that tasks carry out is counted with them.
  const red = [...rows('tasks').filter(({ counted }) => counted), ...rows('decisions').filter(({ tasks }) => tasks.length === 0)];
  assert.ok(red.some(({ overdue }) => overdue === false) && red.some(({ overdue }) => overdue));
  const [, section] = textOf(site, 'index.html').split('id="attention"');
  const named = section.split('<h2')[0];
  assert.deepEqual(red.filter(({ id }) => !named.includes(`<span class="id">${id}</span>`)), []);
});

test('every page opens from file:// without a word or a request', () => none(opening(site, sightings)));

test('every link inside the site leads to a file and a place on it', () => none(links(site, sightings)));

test('every file can be reached from the first page', () => none(astray(site, sightings)));

test('every page has a heading, and a title of its own', () => {
  const titles = new Map();
  for (const { page, title } of sightings) titles.set(title, [...(titles.get(title) ?? []), page]);
  const shared = [...titles].filter(([title, pages]) => !title || pages.length > 1);
  none([
    ...sightings.filter(({ heading }) => !heading).map(({ page }) => `${page}: no heading`),
    ...shared.map(([title, pages]) => `${pages.join(', ')}: “${title}”`),
  ]);
});

test('every page is valid HTML', async () => none(await checked));

test('no page has to be moved sideways at 360 px or 320 px', () => none(narrow(sightings)));

test('pages of every kind say the same with scripts off', async () => {
  const pages = new Set(extremes(site));
  none(await still(browser, site, sightings.filter(({ page }) => pages.has(page))));
});

test('no barrier in the light on a desk', async () => {
  const pages = covering(extremes(site), sightings);
  none(await access(browser, site, pages, { colorScheme: 'light', viewport: { width: 1280, height: 900 } }));
});

test('no barrier in the dark on a telephone', async () => {
  const pages = covering(typical(site), sightings);
  none(await access(browser, site, pages, { colorScheme: 'dark', viewport: { width: 360, height: 740 } }));
});

test('pages print whole, with their heading and day', async () => {
  const pages = [...new Set([...typical(site), ...extremes(site)])];
  none(await print(browser, site, pages, { asOf: AS_OF, out: ARTEFACTS }));
});

test('pages are light by day and dark by night', async () => {
  none(await pictures(browser, site, typical(site), ARTEFACTS));
  sheets(typical(site), ARTEFACTS);
});
