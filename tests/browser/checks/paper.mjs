// Sheets of paper: each says which of how many it is, whose page it is and of which day, no row of a table is cut, and
// the heads of its columns stand over it on every sheet.

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { spread } from '../chromium.mjs';
import { urlOf } from '../folder.mjs';

/** Faults of `pages` on paper; the papers are left in `out`. */
export async function paper(browser, folder, pages, out) {
  mkdirSync(out, { recursive: true });
  const faults = await spread(browser, {}, pages, async (page, name) => {
    await page.goto(urlOf(folder, name), { waitUntil: 'load' });
    const path = join(out, `reading-${name.replaceAll('/', '-')}.pdf`);
    await page.pdf({ path, format: 'A4', preferCSSPageSize: true });
    await page.emulateMedia({ media: 'print' });
    const sheets = sheetsOf(path);
    const seen = await page.evaluate(look);
    return [...edges(sheets, seen, name), ...cuts(sheets, seen.rows), ...headless(sheets, seen.tables)].map((fault) => `${name}: ${fault}`);
  });
  return faults.flat();
}

const sheetsOf = (path) => {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1).map(bare);
};

/** Letters that look alike share a glyph; blanks and soft hyphens are no letters. */
const bare = (text) => text.normalize('NFKC').replace(/[\s\u00ad\u200b]/g, '');

const edges = (sheets, seen, address) =>
  sheets.flatMap((sheet, at) =>
    [seen.title, seen.day, address, `${at + 1}/${sheets.length}`]
      .filter((words) => !words || !sheet.includes(bare(words)))
      .map((words) => `sheet ${at + 1} of ${sheets.length} does not say “${words}”`),
  );

/** A row is whole when one sheet has all of its cells. */
const cuts = (sheets, rows) =>
  rows
    .filter((cells) => !sheets.some((sheet) => cells.every((cell) => sheet.includes(bare(cell)))))
    .map((cells) => `no sheet has the whole row: ${cells.join(' | ').slice(0, 120)}`);

/** Rows that other sheets hold too, as short ones may, say nothing about theirs. */
const headless = (sheets, tables) =>
  tables.flatMap(({ heads, rows }) => {
    const own = rows.map((cells) => sheets.filter((sheet) => cells.every((cell) => sheet.includes(bare(cell)))));
    const bearing = new Set(own.filter((holding) => holding.length === 1).flat());
    return [...bearing]
      .filter((sheet) => !heads.every((head) => sheet.includes(bare(head))))
      .map((sheet) => `sheet ${sheets.indexOf(sheet) + 1} does not have the heads ${heads.join(' | ')}`);
  });

/** Runs inside the page. */
function look() {
  // What only a screen reader says is on no paper; text that is hidden there is in no `innerText`.
  const said = (cell) => {
    for (const other of cell.querySelectorAll('.unseen')) other.remove();
    return cell.innerText;
  };
  const shown = (row) => row.checkVisibility();
  const rows = [...document.querySelectorAll('main tbody tr')].filter(shown);
  const texts = (row) => [...row.cells].map(said).filter((text) => text.trim());
  const tables = [...document.querySelectorAll('main table.records')].filter(shown).map((table) => ({
    heads: texts(table.tHead.rows[0]),
    rows: [...table.querySelectorAll('tbody tr:not(.group-row)')].filter(shown).map(texts),
  }));
  return {
    title: document.querySelector('.site-title')?.textContent.trim(),
    day: document.querySelector('.as-of time')?.textContent.trim(),
    rows: rows.map(texts),
    tables,
  };
}
