// A page with scripts off says all that it says with them, and offers nothing that needs them.

import { spread } from '../chromium.mjs';
import { urlOf } from '../folder.mjs';

export async function still(browser, folder, sightings) {
  const options = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };
  const faults = await spread(browser, options, sightings, async (page, sighting) => {
    await page.goto(urlOf(folder, sighting.page), { waitUntil: 'load' });
    const seen = await page.evaluate(look);
    return compare(sighting, seen).map((fault) => `${sighting.page}: ${fault}`);
  });
  return faults.flat();
}

function compare(sighting, seen) {
  const faults = seen.dead.map((control) => `needs scripts: ${control}`);
  if (!seen.heading) faults.push('no heading is seen');
  if (seen.letters === 0) faults.push('main holds no text');
  if (seen.rows < sighting.rows) faults.push(`${seen.rows} rows without scripts, ${sighting.rows} with them`);
  return faults;
}

/** Runs inside the page. */
function look() {
  const main = document.querySelector('main');
  const seen = (element) => element?.checkVisibility({ visibilityProperty: true }) ?? false;
  const heading = document.querySelector('h1');
  return {
    heading: seen(heading) && heading.innerText.trim(),
    letters: main ? main.innerText.replace(/\s/g, '').length : 0,
    rows: main ? [...main.querySelectorAll('tr')].filter(seen).length : 0,
    dead: [...document.querySelectorAll('button, input, select, textarea')]
      .filter((control) => seen(control) && !control.disabled)
      .map((control) => control.outerHTML.slice(0, 120)),
  };
}
