// Every link inside the site names a file that is there, and an id that is on it.

import { fileOf, textOf, urlOf } from '../folder.mjs';

/** Addresses outside the site that a page may name without asking for them. */
const NAMED_ONLY = new Set(['canonical', 'alternate', 'author', 'license']);

/** Files that nothing has to lead to. */
const ENTRANCES = ['index.html', '404.html', 'robots.txt', 'sitemap.xml', 'favicon.ico'];

export function links(folder, sightings) {
  const ids = new Map(sightings.map((sighting) => [sighting.page, new Set(sighting.ids)]));
  const faults = sightings.flatMap((sighting) =>
    sighting.links.flatMap((link) => {
      const fault = broken(folder, ids, sighting.page, link);
      return fault ? [`${sighting.page}: <${link.element}> to ${link.target}: ${fault}`] : [];
    }),
  );
  return [...faults, ...styles(folder).faults];
}

/** The files that no path of links leads to from the entrance; what begins with a dot is the generator's own. */
export function astray(folder, sightings) {
  const leading = new Map(sightings.map((sighting) => [sighting.page, sighting.links.map((link) => link.target)]));
  for (const [file, targets] of styles(folder).targets) leading.set(file, targets);
  const reached = new Set();
  const todo = ENTRANCES.filter((file) => folder.files.has(file));
  while (todo.length > 0) {
    const file = todo.pop();
    if (reached.has(file)) continue;
    reached.add(file);
    for (const target of leading.get(file) ?? []) {
      const next = inside(folder, file, target);
      if (next && folder.files.has(next)) todo.push(next);
    }
  }
  // The search loads its shards by names that it works out.
  const own = (file) => file.startsWith('.') || /^(?:en\/|zh-cn\/)?search\//.test(file);
  return [...folder.files].filter((file) => !own(file) && !reached.has(file));
}

function inside(folder, from, target) {
  const url = resolved(folder, from, target);
  return url?.protocol === 'file:' ? fileOf(folder, url) : null;
}

function resolved(folder, from, target) {
  return URL.canParse(target, urlOf(folder, from)) ? new URL(target, urlOf(folder, from)) : null;
}

function broken(folder, ids, page, link) {
  const url = resolved(folder, page, link.target);
  if (!url) return 'not an address';
  if (url.protocol === 'http:' || url.protocol === 'https:') return remote(link);
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return link.element === 'a' ? null : 'not for loading';
  if (url.protocol === 'data:') return link.element === 'img' ? null : 'data in a link';
  if (url.protocol !== 'file:') return `${url.protocol} is no way to a page`;
  if (link.target.startsWith('/')) return 'not relative';
  const file = fileOf(folder, url);
  if (file === null) return 'outside the site';
  if (!folder.files.has(file)) return 'no such file';
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor && !ids.get(file)?.has(anchor)) return 'no such id';
  return null;
}

function remote(link) {
  if (link.element === 'a') return null;
  if (link.element === 'link' && link.rel.split(' ').every((rel) => NAMED_ONLY.has(rel))) return null;
  return 'remote';
}

/** What the style sheets lead to. */
function styles(folder) {
  const targets = new Map();
  const faults = [];
  for (const file of folder.files) {
    if (!file.endsWith('.css')) continue;
    const css = textOf(folder, file).replace(/\/\*[\s\S]*?\*\//g, '');
    const named = [...css.matchAll(/url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]/g)];
    targets.set(file, named.map((match) => match[1] ?? match[2]));
    for (const target of targets.get(file)) {
      if (target.startsWith('data:')) continue;
      const found = inside(folder, file, target);
      if (!found || !folder.files.has(found)) faults.push(`${file}: ${target}: no such file in the site`);
    }
  }
  return { targets, faults };
}
