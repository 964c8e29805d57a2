// The preview in Chromium: an open page follows the files, keeps its place, and shows what is wrong.
//
// It starts the program that PROGRAM names, else the one that `cargo build` made, on a copy of the sample.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.PROGRAM ?? join(top, 'target', 'debug', 'tongbao');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGE = 'calendar.html';
let folder;
let server;
let address;
let browser;
let tab;
const complaints = [];

/** The address that the program prints. */
function printed(child) {
  return new Promise((found, lost) => {
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => {
      const address = /http:\/\/[^\s]+/.exec(line);
      if (address) found(address[0]);
    });
    child.on('exit', (code) => lost(new Error(`the preview ended with ${code}`)));
  });
}

/** As editors write: beside, and then in the place of the old file. */
function replace(path, text) {
  const at = join(folder, path);
  writeFileSync(`${at}~`, text);
  renameSync(`${at}~`, at);
}

const site = () => readFileSync(join(folder, 'content/site.yaml'), 'utf8');

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongbao-serve-'));
  cpSync(join(top, 'content'), join(folder, 'content'), { recursive: true });
  server = spawn(program, ['serve', folder, '--port', '0', '--lang', 'en'], { stdio: ['ignore', 'ignore', 'pipe'] });
  address = await printed(server);
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  context.setDefaultTimeout(120_000);
  tab = await context.newPage();
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(line.text());
  });
});

after(async () => {
  await browser?.close();
  server?.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const title = () => tab.locator('.site-title').innerText();

test('an open page follows the file and stays where it was', async () => {
  await tab.goto(address + PAGE);
  assert.ok(!(await title()).includes('Another'));
  const height = await tab.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  assert.ok(height > 600, `the page is too short to be moved: ${height}`);
  await tab.evaluate(() => scrollTo(0, 500));
  replace('content/site.yaml', site().replace(/^title:.*(\n {2}.*)*/m, 'title: Another title'));
  await tab.waitForFunction(() => document.querySelector('.site-title')?.textContent.includes('Another title'));
  // The head has a line less by now, and the browser keeps what is in view where it was.
  await tab.waitForFunction(() => Math.abs(scrollY - 500) < 40);
});

test('what is wrong is laid over the page, and goes when it is mended', async () => {
  const right = site();
  replace('content/site.yaml', `${right}\nnothing_of_this: 1\n`);
  const panel = tab.locator('#preview-panel');
  await panel.waitFor({ state: 'visible' });
  assert.match(await panel.innerText(), /nothing_of_this/);
  assert.match(await panel.innerText(), /content\/site\.yaml:\d+/);
  assert.equal(await title(), 'Another title');
  assert.ok((await tab.evaluate(() => Math.abs(scrollY - 500))) < 40);
  // It can be put away, and fetched again.
  await tab.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await tab.locator('#preview-toggle').click();
  await panel.waitFor({ state: 'visible' });
  replace('content/site.yaml', right);
  await panel.waitFor({ state: 'hidden' });
  assert.equal(await tab.locator('#preview-toggle').getAttribute('aria-expanded'), 'false');
});

for (const colorScheme of ['light', 'dark']) {
  test(`bar and findings hold no barrier, ${colorScheme}`, async () => {
    await tab.emulateMedia({ colorScheme });
    const right = site();
    replace('content/site.yaml', `${right}\nnothing_of_this: 1\n`);
    await tab.locator('#preview-panel').waitFor({ state: 'visible' });
    await tab.evaluate(AXE);
    const faults = await tab.evaluate(async () => {
      const found = await window.axe.run('#preview');
      return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
    });
    assert.deepEqual(faults, []);
    replace('content/site.yaml', right);
    await tab.locator('#preview-panel').waitFor({ state: 'hidden' });
  });
}

test('another day is chosen with the keyboard', async () => {
  await tab.locator('#preview-as-of').fill('2026-03-31');
  await tab.locator('#preview-apply').press('Enter');
  await tab.waitForFunction(() => document.querySelector('.as-of time')?.getAttribute('datetime') === '2026-03-31');
});

test('an answer that is none does not end the waiting', async () => {
  let asked = 0;
  await tab.route('**/__preview/news*', (route) => {
    asked += 1;
    return asked === 1 ? route.fulfill({ status: 200, contentType: 'text/html', body: '<p>' }) : route.continue();
  });
  await tab.reload();
  replace('content/site.yaml', site().replace('Another title', 'A third title'));
  await tab.waitForFunction(() => document.querySelector('.site-title')?.textContent.includes('A third title'));
  assert.ok(asked > 1);
  await tab.unroute('**/__preview/news*');
});

test('nothing was said on the console', () => assert.deepEqual(complaints, []));
