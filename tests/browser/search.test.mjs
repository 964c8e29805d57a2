// The search from its folder: what it finds is compared with the pages, the records and the lists, never with the index.
//
// SITE names the folder of the built site.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import vm from 'node:vm';
import { launch } from './chromium.mjs';
import { fileOf, open, sizeOf, textOf, urlOf } from './folder.mjs';
import { watch } from './survey.mjs';

const { SITE } = process.env;
assert.ok(SITE, 'SITE is not set: these tests are started by tests/run');

const site = open(SITE);
const repository = join(import.meta.dirname, '../..');
const list = (name) => JSON.parse(textOf(site, `data/${name}.json`));
let browser;
let tab;
let doings;

before(async () => {
  browser = await launch();
  tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  tab.setDefaultTimeout(60_000);
  doings = watch(tab);
});

after(async () => {
  await browser?.close();
});

/** Everything that is found for a query, to the end of the list. */
async function search(query, filters = {}) {
  const pairs = Object.entries({ q: query, ...filters }).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  await tab.goto('about:blank');
  await tab.goto(`${urlOf(site, 'search.html')}#${pairs.join('&')}`);
  return settled();
}

/** What is shown once nothing more comes. */
async function settled() {
  for (;;) {
    await tab.waitForFunction(() => {
      const said = document.querySelector('.search-said');
      return said?.getAttribute('data-state') === 'ready';
    });
    const more = tab.locator('.search-more');
    if (!(await more.isVisible())) break;
    await more.evaluate((button) => button.click());
  }
  return tab.evaluate(() => {
    const items = [...document.querySelectorAll('.search-result')].filter((item) => item.checkVisibility());
    return {
      said: document.querySelector('.search-said').textContent,
      results: items.map((item) => ({
        href: item.querySelector('a').getAttribute('href'),
        title: item.querySelector('a').textContent,
        kind: item.querySelector('.tag').textContent,
        marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent),
        group: item.parentNode.previousElementSibling.textContent,
      })),
    };
  });
}

const files = (found) => found.results.map(({ href }) => href.split('#')[0]);

/** What stands in the main part of a page, without spaces. */
const read = new Map();
function pageText(file) {
  if (!read.has(file)) {
    const html = textOf(site, file);
    const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
    const plain = main
      .replace(/<[^>]*>/g, '\n')
      .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&#x2F;/g, '/')
      .replace(/&amp;/g, '&');
    const joined = main.replace(/<\/?(a|b|em|strong|code|span|time|del|sup)\b[^>]*>/g, '').replace(/<[^>]*>/g, '\n');
    read.set(file, [plain, joined].map((text) => text.replace(/[^\S\n]/g, '')).join('\n'));
  }
  return read.get(file);
}

/** The runs of Chinese letters of a text. */
const runs = (text) => text.split(/[^\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]+/u).filter(Boolean);

test('letters and terms are those of the index', () => {
  const vectors = JSON.parse(readFileSync(join(repository, 'tests/fixtures/search/vectors.json'), 'utf8'));
  const words = vm.runInNewContext(`${textOf(site, 'theme/search-words.js')};tongbaoWords`);
  assert.ok(vectors.length > 10);
  for (const { why, text, squeezed, terms } of vectors) {
    const { letters, from } = words.squeezed(text);
    assert.equal(letters.join(''), squeezed, why);
    assert.deepEqual(JSON.parse(JSON.stringify(words.terms(letters))), terms, why);
    // Every letter is at its place in the text as it is written.
    letters.forEach((letter, at) => {
      const written = String.fromCodePoint(text.codePointAt(from[at]));
      assert.equal(words.fold(written), letter, why);
    });
  }
});

test('any two to six letters of a title lead to its record', async () => {
  const titles = list('tasks').filter(({ title }) => runs(title).some((run) => run.length >= 6));
  for (const [place, { id, title }] of titles.filter((_, place) => place % 9 === 0).entries()) {
    const letters = [...runs(title).find((run) => run.length >= 6)];
    const length = 2 + (place % 5);
    const phrase = letters.slice(letters.length - length).join('');
    const found = await search(phrase);
    assert.ok(files(found).includes(`tasks/${id}.html`), `${phrase} of ${id}: ${files(found)}`);
    for (const file of new Set(files(found))) assert.ok(pageText(file).includes(phrase), `${phrase} is not on ${file}`);
    for (const { marks } of found.results) assert.ok(marks.includes(phrase), `${phrase} is not marked`);
  }
});

test('a phrase of a note is found wherever it is written, and nowhere else', async () => {
  const folder = join(repository, 'content/documents');
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.md')).slice(0, 12)) {
    const body = readFileSync(join(folder, name), 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
    const run = runs(body.replace(/```[\s\S]*?```/g, '').replace(/\]\([^)]*\)/g, '')).find((run) => [...run].length >= 5);
    if (!run) continue;
    const phrase = [...run].slice(0, 5).join('');
    const holding = site.pages.filter((page) => page.startsWith('documents/') && pageText(page).includes(phrase));
    if (holding.length === 0) continue;
    const found = await search(phrase);
    for (const page of holding) assert.ok(files(found).includes(page), `${phrase}: ${page}`);
    for (const file of new Set(files(found))) assert.ok(pageText(file).includes(phrase), `${phrase} is not on ${file}`);
  }
});

test('rare letters, the zero of Chinese numerals, and the circle that stands in for it', async () => {
  const walk = 'documents/2024-04-02-old-street-walk.html';
  for (const [query, marked] of [
    ['苏〇一', '苏〇一'],
    ['苏○一', '苏〇一'],
    ['苏零一', '苏〇一'],
    ['〇一', '〇一'],
    ['龙𡒄巷', '龙𡒄巷'],
    ['𡒄巷', '𡒄巷'],
    ['𡒄', '𡒄'],
    ['一九八〇年', '一九八〇年'],
  ]) {
    const found = await search(query);
    assert.deepEqual(files(found), [walk], query);
    assert.deepEqual([...new Set(found.results[0].marks)], [marked], query);
  }
});

test('names of old, short names, codes and ids', async () => {
  for (const [query, page] of [
    ['示例市城市规划管理局', 'units/zrgh.html'],
    ['市自规局', 'units/zrgh.html'],
    ['zrgh', 'units/zrgh.html'],
    ['示城攻办〔2024〕12号', 'documents/问题销号办法'],
    ['〔2024〕12号', 'documents/问题销号办法'],
    ['[2024]12号', 'documents/问题销号办法'],
    ['（2024）12号', 'documents/问题销号办法'],
    ['(2024) 12号', 'documents/问题销号办法'],
    ['【2024】12号', 'documents/问题销号办法'],
    ['2024 12号', 'documents/问题销号办法'],
    ['js-02-4', 'tasks/js-02-4.html'],
    ['JS-02-4', 'tasks/js-02-4.html'],
    ['ｊｓ-02-4', 'tasks/js-02-4.html'],
    ['Bureau of Housing', 'units/zjj.html'],
  ]) {
    const found = await search(query);
    const wanted = site.pages.find((file) => file === page) ?? fileOfDocument(page);
    assert.ok(files(found).includes(wanted), `${query}: ${files(found)}`);
  }
});

/** A document whose address is not its id. */
function fileOfDocument(name) {
  const title = { 'documents/问题销号办法': '攻坚活动问题清单销号办法' }[name];
  return site.pages.find((file) => file.startsWith('documents/') && textOf(site, file).match(new RegExp(`<h1[^>]*>(<[^>]*>)*${title}<`)));
}

test('English words: any case, the beginning of the one being typed, whole ones before it', async () => {
  const guide = site.pages.find((file) => !file.startsWith('en/') && /<h1[^>]*>How to read this report site</.test(textOf(site, file)));
  for (const query of ['invented', 'INVENTED', 'inven', 'old water mai', '"one ledger"', '“keep one ledger”']) {
    assert.ok(files(await search(query)).includes(guide), query);
  }
  // “nvented” begins no word, “inven” is whole in quotation marks, “inven” comes before another word.
  for (const query of ['nvented', '"inven"', 'inven ledger', '"ledger one"']) {
    assert.ok(!files(await search(query)).includes(guide), query);
  }
});

test('Chinese with digits and letters amid it', async () => {
  for (const query of ['2026年', '第10次', '110千伏']) {
    const found = await search(query);
    assert.ok(found.results.length > 0, query);
    for (const file of new Set(files(found))) assert.ok(pageText(file).includes(query), `${query} is not on ${file}`);
  }
  // Spaces beside Chinese letters say nothing inside quotation marks.
  const plain = files(await search('第10次例会'));
  assert.ok(plain.length > 0);
  assert.deepEqual(files(await search('"第 10 次例会"')), plain);
});

test('several terms are all there; what stands in quotation marks stays together', async () => {
  const both = await search('供水 管网');
  assert.ok(both.results.length > 1);
  for (const file of new Set(files(both))) {
    assert.ok(pageText(file).includes('供水') && pageText(file).includes('管网'), file);
  }
  const phrase = await search('供水管网');
  assert.ok(phrase.results.length > 0 && phrase.results.length < both.results.length);
  assert.deepEqual(files(await search('管网 供水')).sort(), files(both).sort());
  assert.deepEqual((await search('供水 没有这样的词')).results, []);
});

test('names come first, then types in their order', async () => {
  const found = await search('望澜大桥');
  assert.equal(files(found)[0], 'tasks/js-02-4.html');
  const groups = found.results.map(({ group }) => group);
  const inOrder = groups.filter((group, place) => group !== groups[place - 1]);
  assert.equal(new Set(inOrder).size, inOrder.length, inOrder.join());
  assert.ok(found.said.includes(String(found.results.length)), found.said);
});

test('a decision is found by itself, at its place on the page of the meeting', async () => {
  const decisions = list('decisions').filter(({ text }) => [...runs(text)[0]].length >= 4);
  for (const { id, text } of decisions.filter((_, place) => place % 15 === 0)) {
    const phrase = [...runs(text)[0]].slice(0, 4).join('');
    const found = await search(phrase, { type: '议定事项' });
    assert.ok(found.results.some(({ href }) => decodeURIComponent(href).endsWith(`#${id}`)), `${phrase}: ${id}`);
    assert.ok(found.results.every(({ kind }) => kind === '议定事项'), phrase);
  }
});

test('every link of a result leads to a place that is there', async () => {
  const found = await search('管网');
  for (const { href } of found.results) {
    const [file, anchor] = href.split('#');
    assert.ok(site.files.has(file), href);
    if (anchor) assert.ok(textOf(site, file).includes(` id="${decodeURIComponent(anchor)}"`), href);
  }
});

test('filters by type, unit, area and year narrow what is found, and say so', async () => {
  const every = await search('管网');
  const tasks = list('tasks');
  const named = (found) => found.results.map(({ href }) => tasks.find(({ id }) => href.split('#')[0] === `tasks/${id}.html`)).filter(Boolean);
  const ofType = await search('管网', { type: '任务' });
  assert.ok(ofType.results.length > 0 && ofType.results.every(({ kind }) => kind === '任务'));
  assert.equal(ofType.results.length, every.results.filter(({ kind }) => kind === '任务').length);
  assert.match(ofType.said, /\d+.*\d+/);
  const ofUnit = await search('管网', { type: '任务', unit: '示例市住房和城乡建设局' });
  assert.ok(ofUnit.results.length > 0 && ofUnit.results.length < ofType.results.length);
  for (const task of named(ofUnit)) assert.ok([task.lead, ...task.responsible].includes('市住建局'), task.id);
  const led = named(ofType).filter((task) => [task.lead, ...task.responsible].includes('市住建局'));
  assert.equal(named(ofUnit).length, led.length);
  const ofArea = await search('管网', { type: '任务', area: '城市建设' });
  for (const task of named(ofArea)) assert.ok(task.areas.includes('城市建设'), task.id);
  assert.equal(named(ofArea).length, named(ofType).filter(({ areas }) => areas.includes('城市建设')).length);
  const ofYear = await search('管网', { type: '议定事项', year: '2025' });
  for (const { href } of ofYear.results) {
    const meeting = textOf(site, href.split('#')[0]);
    assert.match(meeting, /<time datetime="2025-/, href);
  }
  const hidden = await search('管网', { type: '人员' });
  assert.deepEqual(hidden.results, []);
  assert.match(hidden.said, new RegExp(String(every.results.length)));
});

test('a day in figures or in words leads to the records of that day', async () => {
  const meeting = list('meetings').find(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date));
  const [year, month, day] = meeting.date.split('-').map(Number);
  const page = site.pages.find((file) => file === `meetings/${meeting.id}.html`);
  assert.ok(page, meeting.id);
  for (const query of [meeting.date, `${year}.${month}.${day}`, `${year}/${month}/${day}`, `${year}年${month}月${day}日`]) {
    assert.ok(files(await search(query, { type: '会议' })).includes(page), query);
  }
  const words = `${year}年${month}月${day}日`;
  for (const file of new Set(files(await search(meeting.date)))) {
    assert.ok([words, meeting.date].some((written) => textOf(site, file).includes(written)), file);
  }
  assert.ok(files(await search(`${year}年${month}月`, { type: '会议' })).includes(page));
  assert.ok(files(await search(meeting.date.slice(0, 7), { type: '会议' })).includes(page));
});

test('a list with no words is all of its records', async () => {
  const found = await search('', { type: '问题' });
  const pages = site.pages.filter((file) => /^problems\/[^/]+\.html$/.test(file) && file !== 'problems/index.html');
  assert.ok(pages.length > 0);
  assert.deepEqual(files(found).sort(), pages.sort());
  assert.ok(found.results.every(({ kind }) => kind === '问题'));
  assert.ok(found.said.includes(String(pages.length)), found.said);
});

test('a whole id or a whole title goes above the longer ones that begin with it', async () => {
  const tasks = list('tasks');
  const parent = tasks.find(({ id }) => tasks.some((other) => other.id.startsWith(`${id}-`)));
  assert.equal(files(await search(parent.id))[0], `tasks/${parent.id}.html`);
  const { id, title } = tasks.find((one) => /^[\u4e00-\u9fff]+$/.test(one.title));
  assert.equal(files(await search(title))[0], `tasks/${id}.html`);
});

test('the names of its neighbours are no text of a task', async () => {
  const tasks = list('tasks');
  const found = await search('望澜大桥', { type: '任务' });
  const named = found.results.map(({ href }) => tasks.find(({ id }) => href.split('#')[0] === `tasks/${id}.html`));
  for (const task of named) {
    const main = textOf(site, `tasks/${task.id}.html`).replace(/<(h2|p) data-search="skip">[\s\S]*?<\/\1>/g, '');
    assert.ok(main.includes('望澜大桥'), task.id);
  }
});

test('nothing moves while the search page comes', async () => {
  await tab.goto('about:blank');
  await tab.goto(urlOf(site, 'search.html'));
  await settled();
  const shift = await tab.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((entries) => resolve(entries.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
  assert.equal(shift, 0);
});

test('what cannot be looked for is said', async () => {
  assert.notEqual((await search('。')).said, '');
  assert.equal((await search('')).said, '');
  assert.deepEqual((await search('没有这样的词')).results, []);
});

test('keys: to the box, along the results, back, and open', async () => {
  await tab.goto(urlOf(site, 'tasks/js-02.html'));
  await tab.keyboard.press('/');
  await tab.waitForURL(/search\.html/);
  await tab.waitForFunction(() => document.activeElement?.id === 'q');
  await tab.keyboard.type('望澜大桥');
  await settled();
  const focused = () => tab.evaluate(() => document.activeElement.id || document.activeElement.getAttribute('href'));
  await tab.keyboard.press('ArrowDown');
  assert.equal(await focused(), 'tasks/js-02-4.html');
  await tab.keyboard.press('ArrowDown');
  assert.notEqual(await focused(), 'tasks/js-02-4.html');
  await tab.keyboard.press('ArrowUp');
  await tab.keyboard.press('ArrowUp');
  assert.equal(await focused(), 'q');
  await tab.keyboard.press('Enter');
  assert.equal(await focused(), 'tasks/js-02-4.html');
  await tab.keyboard.press('Escape');
  assert.equal(await focused(), 'q');
  // A stroke in the box is a stroke.
  await tab.keyboard.type('/');
  assert.equal(await tab.inputValue('#q'), '望澜大桥/');
  await tab.keyboard.press('Backspace');
  await settled();
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/tasks\/js-02-4\.html$/);
  await tab.goBack();
  await tab.waitForFunction(() => document.getElementById('q')?.value === '望澜大桥');
  await tab.keyboard.press('/');
  await tab.focus('#q');
  await tab.keyboard.press('Escape');
  assert.equal(await tab.inputValue('#q'), '');
});

test('the address holds query and filters, so that a search can be sent', async () => {
  await search('管网', { type: '任务' });
  assert.equal(await tab.inputValue('#q'), '管网');
  await tab.fill('#q', '供水 "老旧管网"');
  await settled();
  const hash = new URL(tab.url()).hash;
  assert.equal(decodeURIComponent(hash), '#q=供水 "老旧管网"&type=任务');
  const before = await settled();
  await tab.goto('about:blank');
  await tab.goto(urlOf(site, 'search.html') + hash);
  assert.deepEqual((await settled()).results, before.results);
});

test('a query loads little of the index', async () => {
  doings.requests.length = 0;
  await search('望澜大桥');
  const asked = doings.requests.filter((url) => url.startsWith(site.url)).map((url) => fileOf(site, new URL(url)));
  const names = new Set(asked);
  const index = [...names].filter((name) => name.startsWith('search/g/'));
  const total = [...site.files].filter((name) => name.startsWith('search/g/')).length;
  assert.ok(index.length > 0 && index.length <= 4 && index.length < total, `${index.length} of ${total}`);
  const bytes = [...names].filter((name) => !name.startsWith('search/t/')).reduce((sum, name) => sum + sizeOf(site, name), 0);
  assert.ok(bytes < 300_000, `${bytes} bytes`);
});

// A small site has more letter pairs for its text than a large one: there it is below 1.2.
test('index, titles and texts cost little more than half of the text beside it', () => {
  const sizes = { g: 0, d: 0, t: 0 };
  for (const file of site.files) {
    const family = file.match(/^search\/([gdt])\//)?.[1];
    if (family) sizes[family] += sizeOf(site, file);
  }
  let text = 0;
  const context = { tongbaoSearch: (_family, _name, value) => value.forEach((one) => (text += Buffer.byteLength(one.replace(/\t/g, '')))) };
  for (const file of site.files) if (file.startsWith('search/t/')) vm.runInNewContext(textOf(site, file), context);
  const cost = sizes.g + sizes.d + sizes.t + sizeOf(site, 'search/index.js');
  assert.ok(text > 200_000, `${text}`);
  assert.ok(cost <= 1.6 * text, `${cost} of ${text}: ${(cost / text).toFixed(2)}`);
});

test('results are no barrier, in the light and in the dark', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${urlOf(site, 'search.html')}#q=${encodeURIComponent('管网')}`);
    await page.waitForSelector('.search-result mark');
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= 360));
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    });
    assert.deepEqual(faults, []);
    await context.close();
  }
});

test('the search said nothing on the console and asked for nothing outside its folder', async () => {
  doings.requests.length = 0;
  await search('管网');
  assert.ok(doings.requests.length > 5);
  assert.deepEqual(doings.requests.filter((url) => !url.startsWith(site.url) && url !== 'about:blank'), []);
  assert.deepEqual(doings.errors, []);
});
