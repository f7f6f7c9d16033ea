// Opens a page and watches everything it promises never to do. Every test that opens one is held to it.
import assert from 'node:assert/strict';
import { words } from './tools.mjs';

/** A word nobody types by chance: it may stand in boxes, in what goes out, and nowhere else. */
export const CANARY = 'Biscuitberg';

/** The rest of the program: it comes in one go when the first screen stands. */
const REST = /\.rest\.[0-9a-f]+\.wasm$/;

/** Opens a page of the site, with its widget ready. `done()` closes it and says what it did that it must not. */
export async function open(browser, server, path = '/embed/basic.html', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 800 }, ...options.context });
  const page = await context.newPage();
  const wrong = [];
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.text().includes(CANARY)) wrong.push(`the console holds a person's words`);
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  await page.addInitScript((canary) => {
    window.seen = [];
    document.addEventListener('securitypolicyviolation', (event) => window.seen.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    for (const kind of ['ready', 'moved', 'finished', 'trouble']) {
      document.addEventListener(`what-matters-${kind}`, (event) => {
        window.events ??= [];
        window.events.push([kind, event.detail]);
        if (JSON.stringify(event.detail ?? null).includes(canary)) window.seen.push('an event holds a person\'s words');
      });
    }
  }, CANARY);
  await options.before?.(page, context);
  const isReady = options.ready !== false;
  const rest = isReady && page.waitForResponse(REST);
  await page.goto(server.address + path);
  if (isReady) await page.getByRole('button', { name: options.start ?? words.start, exact: true }).first().waitFor();
  await rest;
  const loaded = requests.length;
  return {
    page,
    context,
    requests,
    async done({ allowed = [] } = {}) {
      const kept = await page.evaluate(async (canary) => {
        const found = [...window.seen];
        const places = {
          address: location.href, title: document.title, history: JSON.stringify(history.state), cookie: document.cookie,
          localStorage: JSON.stringify(localStorage), sessionStorage: JSON.stringify(sessionStorage),
          light: document.documentElement.outerHTML,
        };
        for (const [place, text] of Object.entries(places)) if (text?.includes(canary)) found.push(`${place} holds a person's words`);
        if (localStorage.length + sessionStorage.length > 0) found.push('something is stored');
        if (document.cookie) found.push('there is a cookie');
        if ((await indexedDB.databases?.() ?? []).length > 0) found.push('there is a database');
        if ((await globalThis.caches?.keys() ?? []).length > 0) found.push('there is a cache');
        return found;
      }, CANARY);
      if (isReady) wrong.push(...requests.slice(loaded).filter((url) => !url.startsWith('blob:')).map((url) => `a request after loading: ${url}`));
      await context.close({ runBeforeUnload: false });
      assert.deepEqual([...wrong, ...kept].filter((what) => !allowed.some((pattern) => pattern.test(what))), []);
    },
  };
}

/** The widget's own root, for looking inside. */
export const inside = (page, look, argument) =>
  page.evaluate(([code, value]) => new Function('root', 'value', `return (${code})(root, value)`)(document.querySelector('what-matters').shadowRoot, value), [look.toString(), argument]);
