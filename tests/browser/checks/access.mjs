// Axe's rules for WCAG 2.2 AA and good practice.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { spread } from '../chromium.mjs';
import { urlOf } from '../folder.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** In `look`: `{ colorScheme, viewport }`, and `prepare(page)` for what is done to a page before. The policy is set aside here alone, so that axe may enter. */
export async function access(browser, folder, pages, { prepare, ...look }) {
  const faults = await spread(browser, { ...look, bypassCSP: true }, pages, async (page, name) => {
    await page.goto(urlOf(folder, name), { waitUntil: 'load' });
    await prepare?.(page);
    await page.evaluate(AXE);
    const violations = await page.evaluate(async (rules) => {
      const results = await globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
      return results.violations;
    }, RULES);
    return violations.map(({ id, nodes }) => {
      const [{ target, html, any, all, none }] = nodes;
      const why = [...any, ...all, ...none][0]?.message ?? '';
      return `${name}: ${id} ×${nodes.length}: ${target.flat().join(' ')} ${html.slice(0, 120)} ${why}`;
    });
  });
  return faults.flat();
}
