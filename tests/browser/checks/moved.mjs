// A site works wherever it is put: here under a folder of a small server on this machine.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { spread } from '../chromium.mjs';
import { watch } from '../survey.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

export const PLACE = '/reports/2026/';

/** Faults of `pages` when the site stands under a folder of a server. */
export async function moved(browser, folder, pages) {
  const server = await serve(folder);
  const home = `http://127.0.0.1:${server.address().port}${PLACE}`;
  try {
    const faults = await spread(browser, {}, pages, async (page, name) => {
      const doings = watch(page);
      const answers = [];
      page.on('response', (response) => answers.push(response));
      await page.goto(home + encodeURI(name), { waitUntil: 'load' });
      const styled = await page.evaluate(() => document.styleSheets.length);
      const lost = answers.filter((answer) => !answer.ok());
      return [
        ...doings.errors,
        ...doings.requests.filter((url) => !url.startsWith(home)).map((url) => `asks for ${url}`),
        ...lost.map((answer) => `${answer.status()} for ${answer.url()}`),
        ...(styled ? [] : ['no style sheet']),
      ].map((fault) => `${name}: ${fault.replaceAll(home, '')}`);
    });
    return faults.flat();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A server of `folder` under `PLACE`, on a port of its own. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = path.startsWith(PLACE) ? path.slice(PLACE.length) : null;
    if (file === null || !folder.files.has(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(await readFile(join(folder.root, file)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
