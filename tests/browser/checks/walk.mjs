// The way of a keyboard through a page: what has the focus after each press of Tab, and how it shows.

/** Everything that Tab reaches on `page`, in order, until the focus leaves the page; at most `limit` steps. */
export async function walk(page, limit = 400) {
  const steps = [];
  for (let step = 0; step < limit; step += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(focused);
    if (seen === null) break;
    steps.push(seen);
  }
  return steps;
}

/** What is wrong with a walk: a focus that cannot be seen, or one that goes back up the page. */
export const faultsOf = (steps) =>
  steps.flatMap((step, at) => [
    ...(step.shown ? [] : [`the focus is out of sight: ${step.name}`]),
    ...(step.marked ? [] : [`nothing marks the focus: ${step.name}`]),
    ...(at > 0 && step.place <= steps[at - 1].place ? [`the focus goes back: ${step.name}`] : []),
  ]);

/** Runs inside the page. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
  const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  return {
    name: element.outerHTML.slice(0, 100),
    text: (element.getAttribute('aria-label') ?? element.textContent).trim(),
    place: [...document.querySelectorAll('*')].indexOf(element),
    shown: inside && right > left && bottom > top && Number(opacity) === 1 && element.checkVisibility(),
    marked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  };
}
