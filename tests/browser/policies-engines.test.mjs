// A policy that does not allow WebAssembly is told as one in every engine, each of which has its own words for it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINES } from './support/engines.mjs';
import { element, host, serve } from './support/server.mjs';

const PAGES = {
  '/host.html': host(`<script src="/listen.js"></script>${element()}`, { 'content-security-policy': "default-src 'self'; script-src 'self'" }),
  '/listen.js': { body: "addEventListener('what-matters-trouble', (event) => (window.told = event.detail.code)); addEventListener('error', () => (window.broke = true)); addEventListener('unhandledrejection', () => (window.broke = true));" },
};
let server;
before(async () => (server = await serve((path) => PAGES[path] && { ...PAGES[path] })));
after(() => server?.close());

/** Waits in the page for what the host is told, and says with it what a person sees and whether anything was thrown. */
const left = () =>
  new Promise((resolve) => {
    const look = () => {
      if (!window.told) return requestAnimationFrame(look);
      const { shadowRoot } = document.querySelector('what-matters');
      resolve({ told: window.told, ours: shadowRoot.textContent, between: document.querySelector('what-matters a').getClientRects().length, broke: window.broke ?? false });
    };
    look();
  });

for (const [name, launch] of Object.entries(ENGINES)) {
  test(`in ${name} what stands between the tags stays, and the host is told that it is the policy`, async () => {
    const engine = await launch();
    try {
      await engine.goto(`${server.address}/host.html`);
      assert.deepEqual(await engine.look(left), { told: 'policy', ours: '', between: 1, broke: false });
    } finally {
      await engine.close();
    }
  });
}
