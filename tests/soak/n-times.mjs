// Rows N and L, their times: from the press of *Leave this page* to a blank screen, and from a panic to the plain screen.
// What has to happen is tested elsewhere; here it is only measured. The aims are 100 ms and one second.
import { chromium, words } from '../browser/support/tools.mjs';
import { element, host, serve } from '../browser/support/server.mjs';
import { CANARY } from '../browser/support/open.mjs';
import { onward, press } from '../browser/support/walk.mjs';
import { row } from './support/row.mjs';

const TIMES = 20;
const AIMS = { blank: 100, plain: 1000 };
const PAGES = { '/leave.html': host(element('leave="all" exit="/exit.html"')), '/exit.html': host('<p>Weather</p>') };

/** Presses something in the page, and says in the page how long it took until the screen was another. It runs in the browser. */
const watch = {
  blank: (name) => {
    const { shadowRoot } = document.querySelector('what-matters');
    const button = [...shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
    const before = performance.now();
    button.click();
    // The call of the press has ended: what it did not do by now came too late.
    const isBlank = shadowRoot.textContent.trim() === '';
    console.log(`took ${isBlank ? performance.now() - before : 'too long'}`);
  },
  plain: async () => {
    const one = document.querySelector('what-matters');
    const before = performance.now();
    // What is drawn is taken out and drawn anew, which no program of this kind survives.
    one.shadowRoot.querySelector('.screen').replaceChildren();
    one.heading = '4';
    // Who stops the conversation tells the host of it once the plain screen stands.
    await new Promise((done) => one.addEventListener('what-matters-trouble', done, { once: true }));
    console.log(`took ${performance.now() - before}`);
  },
};

const [browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path])]);
for (const [what, aim] of Object.entries(AIMS)) {
  const took = [];
  await row(what === 'blank' ? 'N, time to blank' : 'L, time to the plain screen', Array.from({ length: TIMES }), async () => {
    const page = await browser.newPage();
    try {
      await page.goto(`${server.address}/leave.html`);
      await onward(page, () => press(page, words.start));
      await onward(page, () => press(page, words.continue));
      await page.getByRole('textbox').fill(`${CANARY} by the window`);
      const told = page.waitForEvent('console', (message) => message.text().startsWith('took '));
      // A page that is about to go can be asked nothing from outside.
      await page.evaluate(`setTimeout(() => (${watch[what]})(${JSON.stringify(words['leave-page'])}))`);
      const time = Number((await told).text().slice('took '.length));
      took.push(time);
      return !(time <= aim) && `${time} ms, and ${aim} were meant`;
    } finally {
      await page.close();
    }
  }, () => `${took.toSorted((one, other) => one - other).at(took.length / 2)?.toFixed(1)} ms, at the most ${Math.max(...took).toFixed(1)} ms; aim ${aim} ms`);
}
await Promise.all([browser.close(), server.close()]);
