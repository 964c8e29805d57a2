// What moves while a page opens: as a browser measures what is seen to move, and by where each element stands before the
// page's deferred scripts run and after, seen or not.

/** Runs inside a page before anything of its own. */
export function watch() {
  globalThis.shifts = [];
  const note = (list) => globalThis.shifts.push(...list.getEntries().map((entry) => entry.value));
  new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const stands = (element) => [element, element.getBoundingClientRect()];
    globalThis.stood = [...document.querySelectorAll('body *')].map(stands);
  });
}

/** Runs inside a page that was watched: the sum of its shifts, and what stands elsewhere than it did. */
export async function stirred() {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  const moved = [];
  // A box in which a long table is scrolled is less high than the table: what follows comes nearer by the difference.
  const boxes = [];
  let nearer = 0;
  for (const [element, before] of globalThis.stood) {
    while (boxes.length > 0 && !boxes[0].box.contains(element)) nearer += boxes.shift().by;
    if (before.height === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    const now = element.getBoundingClientRect();
    const far = Math.max(
      Math.abs(now.left - before.left),
      Math.abs(now.width - before.width),
      Math.abs(now.top - before.top + nearer),
    );
    if (far > 1) moved.push(`${element.localName}.${element.getAttribute('class')} ${element.textContent.trim().slice(0, 20)}: ${far} px`);
    if (element.matches('.scroll.tall')) boxes.push({ box: element, by: before.height - now.height });
  }
  return { shift: globalThis.shifts.reduce((sum, value) => sum + value, 0), moved };
}
