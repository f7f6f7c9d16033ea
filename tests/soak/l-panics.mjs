// Row L, its times: from the place where the program breaks to the plain screen, at each of the places. The aim is one second.
// That every word stands there, and that a person can carry on, is tested elsewhere.
import { chromium } from '../browser/support/tools.mjs';
import { SITES, answered, arm, broken, lacks, leftWith, opened } from '../browser/support/fault.mjs';
import { DOINGS, LAST, types } from '../browser/support/panics.mjs';
import { row } from './support/row.mjs';

/** In milliseconds. */
const AIM = 1000;

/** The host is told once the plain screen stands. An element that is off the page tells those alone who listen at it. */
const listens = () => document.querySelector('what-matters').addEventListener('what-matters-trouble', () => performance.mark('told'), { once: true });

const [browser, server] = await Promise.all([chromium(), broken()]);
const took = [];
await row('L', SITES, async (site) => {
  const { page, context } = await opened(browser, server);
  try {
    const all = await answered(page);
    const [readies, breaks = types] = DOINGS[site] ?? [];
    await readies?.(page);
    await page.evaluate(listens);
    await arm(page, site);
    await breaks(page);
    const left = await leftWith(page);
    const time = await page.evaluate(() => performance.measure('took', 'fault', 'told').duration);
    took.push(time);
    if (!(time <= AIM)) return `${site}: ${time} ms, and ${AIM} were meant`;
    if (breaks === types) all.splice(all.findIndex((one) => one.includes('more:')), 1, LAST);
    const missing = lacks(left.words, all).length;
    return missing > 0 && `${site}: ${missing} answers are missing`;
  } finally {
    await context.close();
  }
}, () => `${took.toSorted((one, other) => one - other).at(took.length / 2)?.toFixed(1)} ms, at the most ${Math.max(...took).toFixed(1)} ms; aim ${AIM} ms`);
await Promise.all([browser.close(), server.close()]);
