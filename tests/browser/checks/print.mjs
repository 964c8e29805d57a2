// A printed page names itself and its day, loses no table's last column, and is dark on white.

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { spread } from '../chromium.mjs';
import { textOf, urlOf } from '../folder.mjs';

const A4 = { width: 210, height: 297 };
const DOTS_PER_MM = 96 / 25.4;
/** What browsers leave blank at each side unless a style sheet says otherwise. */
const MARGIN = 10;

/** Faults of `pages` on paper; the papers are left in `out`. */
export async function print(browser, folder, pages, { asOf, out }) {
  mkdirSync(out, { recursive: true });
  const css = [...folder.files].filter((file) => file.endsWith('.css')).map((file) => textOf(folder, file)).join('\n');
  const options = { viewport: area(css, ''), colorScheme: 'dark' };
  const faults = await spread(browser, options, pages, async (page, name) => {
    await page.goto(urlOf(folder, name), { waitUntil: 'load' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize(area(css, await page.evaluate(() => getComputedStyle(document.body).page)));
    const seen = await page.evaluate(look);
    const path = join(out, `${flat(name)}.pdf`);
    await page.pdf({ path, format: 'A4', preferCSSPageSize: true, printBackground: true });
    // A bulletin stands at a day of its own.
    const day = /^(?:en\/)?(?:bulletins|compare)\//.test(name) ? seen.day : asOf;
    return [...compare(seen, printed(path), day), ...paper(path)].map((fault) => `${name}: ${fault}`);
  });
  return faults.flat();
}

/** What the margins of the style sheets' `@page` leave of the paper for pages of this name, in CSS pixels. */
function area(css, page) {
  const usual = css.match(/@page\s*{[^}]*/)?.[0] ?? '';
  const rule = css.match(new RegExp(`@page\\s+${page}\\s*{[^}]*`))?.[0] ?? usual;
  const [, margins] = rule.match(/\bmargin:([^;}]+)/) ?? usual.match(/\bmargin:([^;}]+)/) ?? [];
  const lengths = [...(margins ?? '').matchAll(/([\d.]+)mm/g)].map((match) => Number(match[1]));
  const [top, side] = [lengths[0] ?? MARGIN, lengths[1] ?? lengths[0] ?? MARGIN];
  const dots = (mm) => Math.round(mm * DOTS_PER_MM);
  const [wide, high] = /\blandscape\b/.test(rule) ? [A4.height, A4.width] : [A4.width, A4.height];
  return { width: dots(wide - 2 * side), height: dots(high - 2 * top) };
}

export const flat = (page) => page.replaceAll('/', '-').replace(/\.html$/, '');

/** The text on paper, cell by cell; letters that look alike share a glyph, so the compatible form is taken. */
const printed = (path) => bare(execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }));

const bare = (text) => text.normalize('NFKC').replace(/[\s\u00ad\u200b]/g, '');

function paper(path) {
  const [, count] = execFileSync('pdfinfo', [path], { encoding: 'utf8' }).match(/^Pages:\s+(\d+)/m) ?? [];
  return Number(count) > 0 ? [] : ['no paper'];
}

function compare(seen, text, asOf) {
  const faults = seen.clipped.map((element) => `cut off on paper: ${element}`);
  faults.push(...seen.over.map((element) => `wider than the paper, ${element}`));
  if (!text.includes(bare(seen.heading))) faults.push(`the heading is not on paper: ${seen.heading}`);
  if (!day(asOf).test(text)) faults.push(`${asOf} is not on paper`);
  const lost = seen.lastCells.filter((cell) => !text.includes(bare(cell)));
  faults.push(...lost.map((cell) => `the last cell is not on paper: ${cell}`));
  if (seen.background < 0.9) faults.push(`the paper is ${seen.background} bright`);
  return faults;
}

/** `2026-06-30`, `2026年6月30日` and `30 June 2026`, without blanks. */
function day(asOf) {
  const [year, month, date] = asOf.split('-').map(Number);
  const english = new Date(Date.UTC(year, month - 1, date)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return new RegExp(`${asOf}|${year}年${month}月${date}日|${date}${english}${year}`);
}

/** Runs inside the page. What hangs over by less than a letter does no harm. */
function look() {
  const slack = 3;
  const shown = (element) => element.checkVisibility();
  // What only a screen reader says is on no paper.
  const onPaper = (cell) => {
    for (const unseen of cell?.querySelectorAll('.unseen') ?? []) unseen.remove();
    return cell?.innerText;
  };
  const name = (element) => element.outerHTML.slice(0, 120);
  const clipping = ['hidden', 'clip', 'auto', 'scroll'];
  const clipped = [...document.querySelectorAll('body, body *')].filter(
    (element) =>
      shown(element) &&
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + slack &&
      clipping.includes(getComputedStyle(element).overflowX),
  );
  const beyond = [...document.querySelectorAll('body *')].filter(
    (element) => shown(element) && element.getBoundingClientRect().right > document.documentElement.clientWidth + slack,
  );
  const over = beyond.filter((element) => !beyond.includes(element.parentElement));
  const lastCells = [...document.querySelectorAll('main tr')]
    .filter(shown)
    .map((row) => onPaper(row.lastElementChild)?.split('\n')[0].trim())
    .filter(Boolean);
  const canvas = [document.documentElement, document.body]
    .map((element) => getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number))
    .find(([, , , alpha]) => alpha !== 0) ?? [255, 255, 255];
  return {
    heading: document.querySelector('h1')?.innerText ?? '',
    day: document.querySelector('.as-of time')?.dateTime,
    clipped: clipped.map(name),
    over: over.map((element) => `${Math.round(element.getBoundingClientRect().width)} px: ${name(element)}`),
    lastCells,
    background: Math.round((canvas.slice(0, 3).reduce((sum, part) => sum + part) / 765) * 100) / 100,
  };
}
