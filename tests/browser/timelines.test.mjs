// Timeline, matrix and chains of the sample site, drawn by Chromium: that nothing overlaps, and that nothing is lost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './chromium.mjs';
import { open, textOf, urlOf } from './folder.mjs';

const { SITE } = process.env;
assert.ok(SITE, 'SITE is not set: these tests are started by tests/run');

const site = open(SITE);
let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** What `look` sees on a page of this width, scripts off. */
async function seen(name, width, look) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false });
  const page = await context.newPage();
  try {
    await page.goto(urlOf(site, name));
    return await look(page);
  } finally {
    await context.close();
  }
}

/** Texts that are shown, by their places. */
const boxes = (page, selector) =>
  page.locator(selector).evaluateAll((all) =>
    all
      .map((one) => ({ text: one.textContent, ...one.getBoundingClientRect().toJSON() }))
      .filter((box) => box.width > 0 && box.height > 0),
  );

/** Pairs that stand on one another, by more than a hair. */
function overlapping(all) {
  const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return all.flatMap((a, place) =>
    all
      .slice(place + 1)
      .filter((b) => meets(a, b))
      .map((b) => `“${a.text}” and “${b.text}”`),
  );
}

test('every task of the lists has a line on the timeline', async () => {
  const ids = JSON.parse(textOf(site, 'data/tasks.json')).map((task) => task.id);
  const drawn = await seen('timeline.html', 1280, (page) => page.locator('.timeline tbody th .id').allTextContents());
  assert.deepEqual(ids.filter((id) => !drawn.includes(id)), []);
});

test('labels of the axis keep apart and on the axis at any width', async () => {
  for (const width of [1280, 910, 800, 660, 360, 320]) {
    const [labels, axis] = await seen('timeline.html', width, async (page) => [
      await boxes(page, '.timeline:first-of-type .axis text'),
      await page.locator('.axis').first().boundingBox(),
    ]);
    assert.ok(labels.length >= 3, `${width}: ${labels.length} labels`);
    assert.deepEqual(overlapping(labels), [], `${width}`);
    for (const label of labels) {
      assert.ok(label.left >= axis.x - 1 && label.right <= axis.x + axis.width + 1, `${width}: ${label.text}`);
    }
  }
});

test('an area folds without scripts', async () => {
  await seen('timeline.html', 1280, async (page) => {
    const line = page.locator('.timeline tbody tr').first();
    assert.ok(await line.isVisible());
    await page.locator('.timeline summary').first().click();
    assert.ok(!(await line.isVisible()));
  });
});

test('each line of the matrix has one lead, and its heads stand in their columns', async () => {
  const leads = await seen('matrix.html', 1280, async (page) => {
    const rows = page.locator('.matrix tbody tr');
    return rows.evaluateAll((all) => all.map((row) => [...row.textContent.matchAll('●')].length));
  });
  assert.ok(leads.length > 50);
  assert.deepEqual(leads.filter((count) => count > 1), []);
  for (const width of [1280, 360]) {
    const heads = await seen('matrix.html', width, (page) =>
      page.locator('.matrix .upright').evaluateAll((all) =>
        all.map((head) => {
          const [cell, name] = [head, head.querySelector('span')].map((one) => one.getBoundingClientRect());
          return [head.textContent, name.left >= cell.left - 1 && name.right <= cell.right + 1, name.height >= name.width];
        }),
      ),
    );
    assert.deepEqual(heads.filter(([, within, upright]) => !within || !upright), [], `${width}`);
  }
});

test('texts of a chain stand inside their boxes, and its list has the same links', async () => {
  const meetings = site.pages.filter((name) => /^meetings\//.test(name) && /class="chain"/.test(textOf(site, name)));
  assert.ok(meetings.length > 3);
  for (const name of meetings) {
    for (const [width, kind] of [[1280, 'broad'], [360, 'slim']]) {
      const faults = await seen(name, width, (page) =>
        page.locator(`.chain-${kind}`).evaluate((svg) => {
          const rects = [...svg.querySelectorAll('rect[class]:not(.open)')];
          return [...svg.querySelectorAll('text')]
            .filter((text) => {
              const at = text.getBBox();
              return !rects.some(({ x, y, width: w, height: h }) => {
                const [left, top] = [x.baseVal.value, y.baseVal.value];
                const [right, bottom] = [left + w.baseVal.value, top + h.baseVal.value];
                return at.x >= left && at.x + at.width <= right && at.y >= top && at.y + at.height <= bottom;
              });
            })
            .map((text) => text.textContent);
        }),
      );
      assert.deepEqual(faults, [], `${name} at ${width}`);
    }
    const html = textOf(site, name);
    const chain = html.slice(html.indexOf('class="chain"'));
    const drawing = chain.slice(chain.indexOf('class="chain-broad"'), chain.indexOf('class="chain-slim"'));
    const list = chain.slice(chain.indexOf('<details'), chain.indexOf('</details>'));
    const hrefs = (part) => [...part.matchAll(/href="([^"]+)"/g)].map((match) => match[1]).sort();
    assert.deepEqual(hrefs(drawing), hrefs(list), name);
  }
});

test('Chinese texts of a chain are marked on English pages', async () => {
  const meetings = site.pages.filter((name) => /^en\/meetings\//.test(name) && /class="chain"/.test(textOf(site, name)));
  assert.ok(meetings.length > 0);
  for (const name of meetings) {
    const faults = await seen(name, 1280, (page) =>
      page.locator('.chain svg').evaluateAll((all) =>
        all.flatMap((svg) => {
          const words = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
          const unmarked = [];
          while (words.nextNode()) {
            const { data, parentElement } = words.currentNode;
            if (/\p{Script=Han}/u.test(data) && parentElement.closest('[lang]').getAttribute('lang') !== 'zh-CN') unmarked.push(data);
          }
          return unmarked;
        }),
      ),
    );
    assert.deepEqual(faults, [], name);
  }
});
