// A built site as a folder: its files, its pages, and which of them stand for the others.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder at `path`: every file by its name from the site's root, with `/`. */
export function open(path) {
  const root = resolve(path);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).split(sep).join('/'))
    .sort();
  return {
    root,
    url: pathToFileURL(root + sep).href,
    files: new Set(files),
    pages: files.filter((file) => file.endsWith('.html')),
  };
}

export const urlOf = (folder, file) => folder.url + file.split('/').map(encodeURIComponent).join('/');

/** The file of this folder that a `file:` URL names, or null when it lies outside. */
export function fileOf(folder, url) {
  if (!url.href.startsWith(folder.url)) return null;
  return fileURLToPath(url.origin === 'null' ? `file://${url.pathname}` : url)
    .slice(folder.root.length + 1)
    .split(sep)
    .join('/');
}

export const sizeOf = (folder, file) => statSync(join(folder.root, file)).size;

export const textOf = (folder, file) => readFileSync(join(folder.root, file), 'utf8');

/** The folder of a page's language, for those that do not stand at the root. */
const TREE = /^(?:en|zh-cn)\//;

/** Pages that one template makes in one language: a folder's pages, or pages at the root whose names begin alike. */
export function kindOf(page) {
  const tree = page.match(TREE)?.[0] ?? '';
  const inside = posix.dirname(page.slice(tree.length));
  return tree + (inside === '.' ? posix.basename(page, '.html').split('-')[0] : `${inside}/`);
}

/** The pages of each kind, smallest first. */
export function kinds(folder) {
  const kinds = new Map();
  for (const page of folder.pages) {
    kinds.set(kindOf(page), [...(kinds.get(kindOf(page)) ?? []), page]);
  }
  for (const pages of kinds.values()) pages.sort((a, b) => sizeOf(folder, a) - sizeOf(folder, b));
  return kinds;
}

/** Kinds that stand for the tree of another language: it has the frame and the templates of the first. */
const OF_A_TREE = ['index', 'tasks', 'tasks/', 'meetings/', 'bulletins/', 'ledger'];

/** The middle one of each kind, neither bare nor swollen; of other languages' trees a few kinds only. */
export const typical = (folder) =>
  [...kinds(folder)]
    .filter(([kind]) => !TREE.test(kind) || OF_A_TREE.includes(kind.replace(TREE, '')))
    .map(([, pages]) => pages[pages.length >> 1]);

/** The smallest and the largest of each kind, and the largest of all. */
export function extremes(folder) {
  const ends = [...kinds(folder).values()].flatMap((pages) => [pages[0], pages.at(-1)]);
  const largest = folder.pages.toSorted((a, b) => sizeOf(folder, b) - sizeOf(folder, a)).slice(0, 5);
  return [...new Set([...ends, ...largest])];
}

/** `pages`, and as few others as needed for every class name of the site to be on one of them. */
export function covering(pages, sightings) {
  const chosen = new Set(pages);
  const left = new Set(sightings.flatMap((sighting) => sighting.classes));
  const tick = (sighting) => sighting.classes.forEach((name) => left.delete(name));
  sightings.filter((sighting) => chosen.has(sighting.page)).forEach(tick);
  while (left.size > 0) {
    const gain = (sighting) => sighting.classes.filter((name) => left.has(name)).length;
    const best = sightings.reduce((best, next) => (gain(next) > gain(best) ? next : best));
    chosen.add(best.page);
    tick(best);
  }
  return [...chosen];
}
