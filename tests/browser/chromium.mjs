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
      // No test leaves this machine, whatever a page asks for.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });

/**
 * `visit(tab, name)` for each name; results in the order of `names`. The tabs share a context made with `options`, and
 * `options.atStart` runs in each page before its own scripts.
 */
export async function spread(browser, { atStart, ...options }, names, visit) {
  const context = await browser.newContext(options);
  // A slow machine is no fault of the page.
  context.setDefaultTimeout(120_000);
  if (atStart) await context.addInitScript(atStart);
  const results = new Array(names.length);
  let next = 0;
  const work = async () => {
    const tab = await context.newPage();
    while (next < names.length) {
      const at = next++;
      results[at] = await visit(tab, names[at]);
      tab.removeAllListeners();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(TABS, names.length) }, work));
  } finally {
    await context.close();
  }
  return results;
}
