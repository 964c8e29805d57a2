// Pictures of pages for people to look at: wide, narrow, dark and as printed; and whether dark is dark.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { spread } from '../chromium.mjs';
import { urlOf } from '../folder.mjs';
import { flat } from './print.mjs';

/** Longer pages are cut here. */
const TALLEST = 2000;

const LOOKS = {
  wide: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  narrow: { viewport: { width: 360, height: 740 }, colorScheme: 'light', deviceScaleFactor: 2 },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
};

/** Leaves `<page>-<look>.png` in `out`; the faults it saw on the way. */
export async function pictures(browser, folder, pages, out) {
  mkdirSync(out, { recursive: true });
  const faults = [];
  for (const [name, look] of Object.entries(LOOKS)) {
    const seen = await spread(browser, look, pages, (page, file) => picture(page, folder, file, { name, look, out }));
    faults.push(...seen.flat());
  }
  return faults;
}

/** The first sheet of each paper that `print` left in `out`, as `<page>-print.png`. */
export function sheets(pages, out) {
  for (const page of pages) {
    const path = join(out, flat(page));
    execFileSync('pdftoppm', ['-singlefile', '-r', '96', '-png', `${path}.pdf`, `${path}-print`]);
  }
}

async function picture(page, folder, file, { name, look, out }) {
  await page.goto(urlOf(folder, file), { waitUntil: 'load' });
  const path = join(out, `${flat(file)}-${name}.png`);
  const { width } = look.viewport;
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(tall, TALLEST) };
  await page.screenshot({ path, clip, fullPage: true });
  const bright = await page.evaluate(brightness);
  const dark = look.colorScheme === 'dark';
  const faults = [];
  if (dark ? bright.ground > 0.3 : bright.ground < 0.7) faults.push(`the ground is ${bright.ground} bright`);
  if (dark === bright.text < bright.ground) faults.push('the text is no contrast to the ground');
  if (blank(path)) faults.push('the picture is of one colour');
  return faults.map((fault) => `${file}, ${name}: ${fault}`);
}

/** Letters leave bytes of all sorts in a picture; a ground of one colour a handful. */
function blank(path) {
  const png = readFileSync(path);
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return new Set(inflateSync(Buffer.concat(parts))).size < 16;
}

/** Runs inside the page. From 0, black, to 1, white. */
function brightness() {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const share = (colour) => Math.round((colour.slice(0, 3).reduce((sum, part) => sum + part) / 765) * 100) / 100;
  const grounds = [document.body, document.documentElement].map((element) =>
    parts(getComputedStyle(element).backgroundColor),
  );
  const ground = grounds.find(([, , , alpha]) => alpha !== 0) ?? [255, 255, 255];
  return { ground: share(ground), text: share(parts(getComputedStyle(document.querySelector('h1')).color)) };
}
