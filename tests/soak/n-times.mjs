// Row N, its time: from the press of *Leave this page* to a blank screen. What has to happen is tested elsewhere; here it is only measured. The aim is 100 ms.
import { chromium, words } from '../browser/support/tools.mjs';
import { element, host, serve } from '../browser/support/server.mjs';
import { CANARY } from '../browser/support/open.mjs';
import { onward, press } from '../browser/support/walk.mjs';
import { row } from './support/row.mjs';

const TIMES = 20;
/** In milliseconds. */
const AIM = 100;
const PAGES = { '/leave.html': host(element('leave="all" exit="/exit.html"')), '/exit.html': host('<p>Weather</p>') };

/** Presses the button in the page, and says in the page how long it took until the screen was blank. It runs in the browser. */
function leaves(name) {
  const { shadowRoot } = document.querySelector('what-matters');
  const button = [...shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
  const before = performance.now();
  button.click();
  // The call of the press has ended: what it did not do by now came too late.
  const isBlank = shadowRoot.textContent.trim() === '';
  console.log(`took ${isBlank ? performance.now() - before : 'too long'}`);
}

const [browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path])]);
const took = [];
await row('N, time to blank', Array.from({ length: TIMES }), async () => {
  const page = await browser.newPage();
  try {
    await page.goto(`${server.address}/leave.html`);
    await onward(page, () => press(page, words.start));
    await onward(page, () => press(page, words.continue));
    await page.getByRole('textbox').fill(`${CANARY} by the window`);
    // The page people leave for answers once this one has told: what goes away may take its last message along.
    let letGo;
    const heard = new Promise((resolve) => (letGo = resolve));
    await page.route('**/exit.html', (route) => heard.then(() => route.continue()));
    const told = page.waitForEvent('console', (message) => message.text().startsWith('took '));
    // A page that is about to go can be asked nothing from outside.
    await page.evaluate(`setTimeout(() => (${leaves})(${JSON.stringify(words['leave-page'])}))`);
    const time = Number((await told).text().slice('took '.length));
    took.push(time);
    letGo();
    await page.waitForURL('**/exit.html');
    return !(time <= AIM) && `${time} ms, and ${AIM} were meant`;
  } finally {
    await page.close();
  }
}, () => `${took.toSorted((one, other) => one - other).at(took.length / 2)?.toFixed(1)} ms, at the most ${Math.max(...took).toFixed(1)} ms; aim ${AIM} ms`);
await Promise.all([browser.close(), server.close()]);
