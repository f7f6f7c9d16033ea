// What a host's page does to it comes to the same in every engine, each of which has its own words and its own styles.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { words } from './support/tools.mjs';
import { ENGINES } from './support/engines.mjs';
import { measures } from './support/layout.mjs';
import { REPLACED } from './support/scripts.mjs';
import { element, host, serve } from './support/server.mjs';
import { SAME } from './support/sheets.mjs';

const PAGES = {
  '/refused.html': host(`<script src="/listen.js"></script>${element()}`, { 'content-security-policy': "default-src 'self'; script-src 'self'" }),
  '/listen.js': { body: "addEventListener('what-matters-trouble', (event) => (window.told = event.detail.code)); addEventListener('error', () => (window.broke = true)); addEventListener('unhandledrejection', () => (window.broke = true));" },
  '/stopped.html': host(`<script>(${REPLACED['every click stopped on its way down'].code})()</script>${element()}`),
  '/dressed.html': host(`<div id="outer"><div class="entry-content">${element()}</div></div><div id="overlay" hidden>A banner</div>`),
};
let server;
before(async () => (server = await serve((path) => PAGES[path] && { ...PAGES[path] })));
after(() => server?.close());

// These run in the page.
/** Waits for what the host is told, and says with it what a person sees and whether anything was thrown. */
const left = () =>
  new Promise((resolve) => {
    const look = () => {
      if (!window.told) return requestAnimationFrame(look);
      const { shadowRoot } = document.querySelector('what-matters');
      resolve({ told: window.told, ours: shadowRoot.textContent, between: document.querySelector('what-matters a').getClientRects().length, broke: window.broke ?? false });
    };
    look();
  });
const stands = () =>
  new Promise((resolve) => {
    const look = () => (document.querySelector('what-matters').shadowRoot?.querySelector('.welcome') ? resolve() : requestAnimationFrame(look));
    look();
  });
const button = (name) => [...document.querySelector('what-matters').shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
const heading = () => document.querySelector('what-matters').shadowRoot.querySelector('h2').textContent;
/** Waits for another heading, and says which. */
const moved = (then) =>
  new Promise((resolve) => {
    const look = () => {
      const now = document.querySelector('what-matters').shadowRoot.querySelector('h2')?.textContent;
      if (now && now !== then) resolve(now);
      else requestAnimationFrame(look);
    };
    look();
  });
const dressed = ({ rules, turned }) => window.apart(rules, turned);

for (const [name, launch] of Object.entries(ENGINES)) {
  test(`in ${name}`, async (t) => {
    const engine = await launch();
    try {
      await t.test('where the policy does not allow WebAssembly, what stands between the tags stays, and the host is told that it is the policy', async () => {
        await engine.goto(`${server.address}/refused.html`);
        assert.deepEqual(await engine.look(left), { told: 'policy', ours: '', between: 1, broke: false });
      });
      await t.test('where the page stops every click, each press goes one step on', async () => {
        await engine.goto(`${server.address}/stopped.html`);
        await engine.look(stands);
        const seen = [await engine.look(heading)];
        for (const name of [words.start, words.continue, words.back]) {
          await engine.click(await engine.element(button, name));
          seen.push(await engine.look(moved, seen.at(-1)));
        }
        assert.equal(seen[3], seen[1]);
        assert.equal(new Set(seen).size, 3);
      });
      await t.test('the layout inside is the same under every style sheet of a host', async () => {
        await engine.goto(`${server.address}/dressed.html`);
        await engine.look(stands);
        await engine.look(measures);
        const wrong = [];
        for (const [sheet, how] of Object.entries(SAME)) wrong.push(...(await engine.look(dressed, how)).wrong.slice(0, 3).map((what) => `${sheet}: ${what}`));
        assert.deepEqual(wrong, []);
      });
    } finally {
      await engine.close();
    }
  });
}
