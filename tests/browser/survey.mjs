// One visit to every page on file://, as a reader with a narrow telephone: what it did, what it holds, how wide it is.

import { spread } from './chromium.mjs';
import { urlOf } from './folder.mjs';

const NARROW = [360, 320];

/** What was seen on each page, in the order of the folder's pages. */
export function survey(browser, folder) {
  const viewport = { width: NARROW[0], height: 740 };
  return spread(browser, { viewport, atStart: recordViolations }, folder.pages, async (page, name) => {
    const doings = watch(page);
    await page.goto(urlOf(folder, name), { waitUntil: 'load' });
    const widths = [];
    for (const width of NARROW) {
      await page.setViewportSize({ ...viewport, width });
      // Scripts that fit tables to the window do so with the next frame.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      widths.push(await page.evaluate(measure, width));
    }
    const violations = await page.evaluate(() => globalThis.violationsSeen);
    return { page: name, ...(await page.evaluate(look)), widths, ...doings, violations };
  });
}

/** What `page` says and asks for from now on. */
export function watch(page) {
  const doings = { errors: [], requests: [] };
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) {
      doings.errors.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => doings.errors.push(`script error: ${error.message}`));
  page.on('request', (request) => doings.requests.push(request.url()));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // Chromium gives up an icon that another tab has fetched.
    if (why !== 'net::ERR_ABORTED') doings.errors.push(`request failed: ${request.url()} (${why})`);
  });
  return doings;
}

// The functions below run inside the page, each alone.

function recordViolations() {
  globalThis.violationsSeen = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    globalThis.violationsSeen.push(`${event.effectiveDirective} forbids ${event.blockedURI}`);
  });
}

/** How far the page reaches beyond a window of `width`, and which element reaches farthest. */
function measure(width) {
  const root = document.scrollingElement;
  const hidden = [document.documentElement, document.body]
    .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
    .map((element) => element.localName);
  const sight = { width, scroll: root.scrollWidth, client: root.clientWidth, hidden, widest: null };
  if (sight.scroll > sight.client) {
    let farthest = 0;
    for (const element of document.body.querySelectorAll('*')) {
      const right = element.getBoundingClientRect().right;
      if (right > farthest) {
        farthest = right;
        sight.widest = element.outerHTML.slice(0, 120);
      }
    }
  }
  return sight;
}

function look() {
  const all = [...document.querySelectorAll('*')];
  const leading = ['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'xlink:href'];
  const links = all.flatMap((element) =>
    leading
      .filter((name) => element.hasAttribute(name))
      .flatMap((name) => {
        const value = element.getAttribute(name);
        const targets = name === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/)[0]) : [value];
        return targets.map((target) => ({
          element: element.localName,
          rel: element.getAttribute('rel') ?? '',
          target,
        }));
      }),
  );
  const inline = all.flatMap((element) => {
    const found = [];
    if (element.localName === 'style') found.push('<style> element');
    if (element.localName === 'script' && !element.src) found.push(`inline <script type="${element.type}">`);
    for (const { name, value } of element.attributes) {
      if (name === 'style' || name.startsWith('on')) found.push(`${name}="${value}" on <${element.localName}>`);
    }
    return found;
  });
  const main = document.querySelector('main');
  return {
    title: document.title,
    heading: document.querySelector('h1')?.textContent.trim() ?? '',
    policy: document.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.content ?? null,
    ids: all.map((element) => element.id).filter(Boolean),
    classes: [...new Set(all.flatMap((element) => [...element.classList].map((name) => `${element.localName}.${name}`)))],
    links,
    inline,
    rows: main ? [...main.querySelectorAll('tr')].filter((row) => row.checkVisibility()).length : 0,
    letters: main ? main.innerText.replace(/\s/g, '').length : 0,
  };
}
