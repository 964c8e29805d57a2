// Debian's Chromium, and a few tabs of it that share out a list of pages.

import { chromium } from 'playwright-core';

const TABS = 4;

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** `visit(page of the browser, name)` for each name, in a context of its own; results in the order of `names`. */
export async function spread(browser, options, names, visit) {
  const context = await browser.newContext(options);
  const results = new Array(names.length);
  let next = 0;
  const tab = async () => {
    while (next < names.length) {
      const at = next++;
      const page = await context.newPage();
      try {
        results[at] = await visit(page, names[at]);
      } finally {
        await page.close();
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: TABS }, tab));
  } finally {
    await context.close();
  }
  return results;
}
