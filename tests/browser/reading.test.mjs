// Finding one's way: by keyboard, by contents, by permalinks, from record to record, on paper and in larger text.
//
// SITE names the folder of the built site, AS_OF its day. Papers are left in ARTEFACTS.

import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { after, before, test } from 'node:test';
import { access } from './checks/access.mjs';
import { moved } from './checks/moved.mjs';
import { paper } from './checks/paper.mjs';
import { faultsOf, walk } from './checks/walk.mjs';
import { launch, spread } from './chromium.mjs';
import { fileOf, kindOf, kinds, open, sizeOf, textOf, typical, urlOf } from './folder.mjs';

const { SITE, AS_OF, ARTEFACTS } = process.env;
for (const [name, value] of Object.entries({ SITE, AS_OF, ARTEFACTS })) {
  assert.ok(value, `${name} is not set: these tests are started by tests/run`);
}

const DESK = { viewport: { width: 1280, height: 900 } };
const LARGER = () => localStorage.setItem('tongbao-larger-text', 'yes');
/** What a page may weigh with all that it asks for, photographs aside. */
const BUDGET = 150 * 1024;
/** Comparisons tell every record that changed, each with what it was and what it is. */
const BUDGET_OF_COMPARISONS = 2 * BUDGET;
/** How far a page may move while its tables arrive in pieces, as browsers measure it; 0.1 is held to be good. The ledger
    is left out: its filter is put in by a script. */
const STILL = 0.02;

const site = open(SITE);
/** A page of each kind, and the largest of the kinds that are read most. */
const largest = (kind) => kinds(site).get(kind)?.at(-1);
const LONG = ['tasks/', 'meetings/', 'documents/', 'units/'].map(largest).filter(Boolean);
const sample = [...new Set([...typical(site), ...LONG])];
const FEW = ['index.html', 'about.html', 'decisions.html', ...LONG].filter((page) => site.files.has(page));
let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** Fails with the faults, a line for each. */
function none(faults) {
  assert.ok(faults.length === 0, `${faults.length} faults\n${faults.join('\n')}`);
}

/** The faults of each page, which `visit` finds, under the page's name. */
async function each(pages, options, visit) {
  const faults = await spread(browser, options, pages, async (page, name) => {
    await page.goto(urlOf(site, name), { waitUntil: 'load' });
    return (await visit(page, name)).map((fault) => `${name}: ${fault}`);
  });
  return faults.flat();
}

/** One page to be used as a reader uses it. */
async function reader(name, options, use) {
  const context = await browser.newContext({ ...DESK, ...options });
  context.setDefaultTimeout(120_000);
  try {
    const page = await context.newPage();
    await page.goto(urlOf(site, name), { waitUntil: 'load' });
    await use(page);
  } finally {
    await context.close();
  }
}

const focus = (page) => page.evaluate(() => document.activeElement?.textContent.trim());

test('the keyboard reaches everything in order, and one sees where it is', async () => {
  assert.ok(LONG.length >= 3, 'long pages');
  none(
    await each(['index.html', ...LONG], DESK, async (page) => {
      const steps = await walk(page);
      const reachable = await page.evaluate(() => {
        const all = [...document.querySelectorAll('a[href], svg a, button, summary, input, select, [tabindex="0"]')];
        return all.filter((element) => element.checkVisibility() && !element.closest('details:not([open]) > ul')).length;
      });
      return [
        ...faultsOf(steps),
        ...(steps.length === reachable ? [] : [`Tab stops ${steps.length} times where ${reachable} can be reached`]),
      ];
    }),
  );
});

test('the skip link leads into the text', () =>
  reader(LONG[0], {}, async (page) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  }));

test('a group of the menu opens, closes and gives the focus back', () =>
  reader('meetings.html', {}, async (page) => {
    const open = () => page.evaluate(() => document.querySelectorAll('.menu details[open]').length);
    await page.focus('.menu summary');
    const name = await focus(page);
    await page.keyboard.press('Enter');
    assert.equal(await open(), 1);
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('details[open] ul a') !== null), 'an entry');
    await page.keyboard.press('Escape');
    assert.equal(await open(), 0);
    assert.equal(await focus(page), name);
    await page.keyboard.press('Space');
    assert.equal(await open(), 1);
    await page.focus('main a');
    assert.equal(await open(), 0, 'it closes when the focus is elsewhere');
  }));

test('without scripts the menu opens too, and each list of the site is in it', () =>
  reader('index.html', { javaScriptEnabled: false }, async (page) => {
    await page.locator('.menu summary').first().press('Enter');
    assert.ok(await page.locator('.menu details[open] a').first().isVisible());
    const entries = await page.locator('.menu a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const list of ['tasks', 'units', 'people', 'meetings', 'decisions', 'documents', 'bulletins']) {
      assert.ok(entries.includes(`${list}.html`), list);
    }
    assert.deepEqual(entries.filter((entry) => !site.files.has(entry)), []);
    assert.equal(new Set(entries).size, entries.length, 'each once');
  }));

test('the menu and the crumbs tell where one is', async () => {
  none(
    await each(sample, {}, async (page, name) => {
      if (/^(?:en\/)?(?:404|search)\.html$/.test(name)) return [];
      const seen = await page.evaluate(() => ({
        marked: [...document.querySelectorAll('.menu a[aria-current]')].map((link) => link.href),
        group: document.querySelectorAll('.menu summary[aria-current]').length,
        alone: document.querySelectorAll('.menu > ul > li > a[aria-current]').length,
        crumbs: [...document.querySelectorAll('.crumbs li')].map((item) => item.textContent.trim()),
        heading: document.title.split(' - ')[0],
      }));
      const faults = [];
      if (seen.marked.length !== 1) faults.push(`${seen.marked.length} entries are marked`);
      if (seen.group + seen.alone !== 1) faults.push('its group is not marked');
      if (!/^(?:en\/)?index\.html$/.test(name) && seen.crumbs.at(-1) !== seen.heading) faults.push(`crumbs end in ${seen.crumbs.at(-1)}`);
      return faults;
    }),
  );
});

test('the contents are the headings of the page, with scripts and without', async () => {
  const without = await each(sample, { javaScriptEnabled: false }, async (page, name) => {
    const headings = await page.locator('main h2').allInnerTexts();
    const listed = await page.locator('.contents a').allInnerTexts();
    if (/^(?:en\/)?index\.html$/.test(name) || headings.length < 3) return [];
    const flat = (text) => text.replace(/\s/g, '');
    const missing = headings.map(flat).filter((heading) => !listed.map(flat).includes(heading));
    return missing.map((heading) => `not in the contents: ${heading}`);
  });
  none(without);
});

test('the contents follow the reader', async () => {
  let followed = 0;
  const faults = await each(LONG, DESK, async (page) => {
    const places = await page.locator('.contents a').evaluateAll((links) => links.map((link) => link.hash));
    const found = [];
    for (const place of places) {
      const seen = await page.evaluate(async (hash) => {
        const target = document.getElementById(decodeURIComponent(hash.slice(1)));
        window.scrollTo(0, target.getBoundingClientRect().top + window.pageYOffset - 20);
        for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
        const end = document.scrollingElement.scrollHeight - innerHeight - window.pageYOffset < 2;
        const marked = [...document.querySelectorAll('.contents [aria-current]')].map((link) => link.hash);
        return { end, marked };
      }, place);
      // The last ones cannot come to the top.
      if (seen.end) break;
      if (String(seen.marked) !== place) found.push(`at ${decodeURIComponent(place)}: ${seen.marked.map(decodeURIComponent)}`);
      followed += 1;
    }
    const stuck = await page.evaluate(() => document.querySelector('.contents').getBoundingClientRect().top);
    return stuck >= 0 && stuck < 60 ? found : [...found, `the list is ${stuck} px from the top`];
  });
  none(faults);
  assert.ok(followed >= 4, `${followed} places`);
});

test('every permalink leads to its own place', async () => {
  let count = 0;
  const faults = await each(sample, DESK, async (page) => {
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('.permalink')].map((link) => {
        const id = decodeURIComponent(link.hash.slice(1));
        const place = document.getElementById(id);
        return {
          id,
          named: Boolean(link.getAttribute('aria-label')),
          own: place !== null && place.contains(link),
          alone: document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length === 1,
        };
      }),
    );
    count += links.length;
    return links
      .filter(({ named, own, alone }) => !(named && own && alone))
      .map((link) => `the permalink to ${link.id}: ${JSON.stringify(link)}`);
  });
  none(faults);
  assert.ok(count > 50, `${count} permalinks`);
  await reader(largest('meetings/'), {}, async (page) => {
    const link = page.locator('.decision .permalink').last();
    await link.focus();
    await page.keyboard.press('Enter');
    const target = await page.evaluate(() => {
      const place = document.querySelector(':target');
      const { top, bottom } = place.getBoundingClientRect();
      return { decision: place.matches('.decision'), seen: bottom > 0 && top < innerHeight };
    });
    assert.deepEqual(target, { decision: true, seen: true });
  });
});

test('who goes forward and back is where he was', async () => {
  let ways = 0;
  const faults = await each(sample, {}, async (page, name) => {
    const next = await page.evaluate(() => document.querySelector('.beside a[rel="next"]')?.getAttribute('href'));
    return [next].filter(Boolean).flatMap((href) => {
      ways += 1;
      const other = posix.join(posix.dirname(name), href);
      const back = textOf(site, other).match(/<a class="previous" rel="prev" href="([^"]+)"/)?.[1];
      const home = back && posix.join(posix.dirname(other), back);
      return [
        ...(home === name ? [] : [`${other} leads back to ${home}`]),
        ...(kindOf(other) === kindOf(name) ? [] : [`${other} is of another kind`]),
        ...(textOf(site, name).includes(`<link rel="next" href="${href}">`) ? [] : ['its head does not say so']),
      ];
    });
  });
  none(faults);
  assert.ok(ways >= 5, `${ways} ways`);
});

test('every task is on the way from the first to the last', () => {
  const tasks = kinds(site).get('tasks/');
  const next = (page) => textOf(site, page).match(/<link rel="next" href="([^"]+)"/)?.[1];
  const first = tasks.filter((page) => !textOf(site, page).includes('<link rel="prev"'));
  assert.equal(first.length, 1);
  const way = [first[0]];
  for (let href = next(first[0]); href; href = next(way.at(-1))) way.push(posix.join('tasks', href));
  assert.deepEqual([...way].sort(), [...tasks].sort());
});

test('larger text is a switch that lasts', () =>
  reader('index.html', {}, async (page) => {
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const usual = await size();
    await page.focus('#larger-text');
    await page.keyboard.press('Enter');
    assert.equal(await page.getAttribute('#larger-text', 'aria-pressed'), 'true');
    assert.ok((await size()) >= usual * 1.25, `${usual} px to ${await size()} px`);
    await page.goto(urlOf(site, 'about.html'), { waitUntil: 'load' });
    assert.equal(await page.getAttribute('#larger-text', 'aria-pressed'), 'true');
    await page.keyboard.press('Tab');
    await page.focus('#larger-text');
    await page.keyboard.press('Space');
    assert.equal(await size(), usual);
  }));

test('where nothing can be kept, larger text lasts as long as the page', () =>
  reader('404.html', {}, async (page) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(urlOf(site, 'index.html'), { waitUntil: 'load' });
    await page.click('#larger-text');
    assert.equal(await page.getAttribute('#larger-text', 'aria-pressed'), 'true');
    assert.deepEqual(errors, []);
  }));

test('text of twice the size fits a telephone', async () => {
  none(
    await each(sample, { viewport: { width: 360, height: 740 } }, async (page) => {
      const [scroll, client] = await page.evaluate(async () => {
        document.documentElement.style.fontSize = '200%';
        for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
        return [document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth];
      });
      return scroll > client ? [`${scroll} px wide`] : [];
    }),
  );
});

test('no barrier in larger text, in the light and in the dark', async () => {
  none(await access(browser, site, FEW, { ...DESK, colorScheme: 'light' }));
  none(await access(browser, site, FEW, { ...DESK, colorScheme: 'light', atStart: LARGER }));
  none(await access(browser, site, FEW, { viewport: { width: 360, height: 740 }, colorScheme: 'dark', atStart: LARGER }));
});

test('each sheet of paper says whose it is, and no row is cut', async () => {
  // Editions have a layout of their own.
  const pages = sample.filter((page) => !/^(?:en\/)?bulletins\//.test(page) && page !== '404.html');
  none(await paper(browser, site, pages, ARTEFACTS));
});

test('pages of every kind work under a folder of a server', async () => none(await moved(browser, site, sample)));

test('no page but ledgers and comparisons weighs much', () => {
  const pages = site.pages.filter((page) => !/^(?:en\/)?(?:tasks|tasks-all|ledger[^/]*)\.html$/.test(page));
  // What a page asks for by itself; the search loads the rest when it is asked.
  const asked = (page) =>
    [...textOf(site, page).matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+\.(?:js|css|svg))"/g)].map(([, to]) =>
      posix.join(posix.dirname(page), to),
    );
  assert.ok(asked('index.html').length > 5, 'pages have style sheets');
  const weight = (page) => [page, ...asked(page)].reduce((sum, file) => sum + sizeOf(site, file), 0);
  const budget = (page) => (/^(?:en\/)?(?:changes|compare\/)/.test(page) ? BUDGET_OF_COMPARISONS : BUDGET);
  const heavy = pages.filter((page) => weight(page) > budget(page));
  none(heavy.map((page) => `${page}: ${Math.round(weight(page) / 1024)} KB`));
});

test('next to nothing moves while a page opens', async () => {
  const watch = () => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  };
  const both = `(${LARGER})(); (${watch})();`;
  for (const atStart of [watch, both]) {
    none(
      await each(sample, { ...DESK, atStart }, async (page, name) => {
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const shifts = await page.evaluate(() => globalThis.shifts);
        const moved = shifts.reduce((sum, shift) => sum + shift, 0);
        return moved <= STILL || name === 'tasks.html' ? [] : [`moves by ${shifts.join(', ')}`];
      }),
    );
  }
});
