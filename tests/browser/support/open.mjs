// Opens a page and watches everything it promises never to do. Every test that opens one is held to it.
import assert from 'node:assert/strict';
import { CANARY, watch } from './canary.mjs';
import { words } from './tools.mjs';

export { CANARY };

/** The rest of the program: it comes in one go when the first screen stands. */
const REST = /\.rest\.[0-9a-f]+\.wasm$/;

/** The program that reads lists of what is nearby. Before it comes what shows them. */
const DIRECTORY = /\.directory\.[0-9a-f]+\.wasm$/;

/** For the `allowed` of `done()`: what a person gave to the page stands in the event that gave it, and wherever the page puts it. */
export const GIVEN = [/^(event|light|global) holds a person's words/];

/** The same, where a test ends before the browser has said that it printed. */
export const PRINTING = [/^print holds a person's words/];

/** What may be in a page's storage, and whether the words themselves may: with what a person chose to keep. */
const KEEPS = {
  nothing: {},
  tab: { sessionStorage: 'words' },
  device: { localStorage: 'locked' },
};

/**
 * Opens a page of the site, with its widget ready. `done()` closes it and says what it did that it must not.
 * However a test closes it, what was typed is looked for wherever it must not be.
 */
export async function open(browser, server, path = '/embed/basic.html', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 800 }, ...options.context });
  const canary = await watch(context);
  const page = await context.newPage();
  await canary.follow(page);
  context.on('page', (other) => canary.follow(other).catch(() => {}));
  const wrong = [];
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  const answered = new Set();
  page.on('response', (response) => answered.add(response.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  await page.addInitScript(() => {
    window.seen = [];
    document.addEventListener('securitypolicyviolation', (event) => window.seen.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    for (const kind of ['ready', 'moved', 'finished', 'trouble']) {
      document.addEventListener(`what-matters-${kind}`, (event) => {
        window.events ??= [];
        window.events.push([kind, event.detail]);
      });
    }
  });
  await options.before?.(page, context);
  const isReady = options.ready !== false;
  const rest = isReady && page.waitForResponse(REST);
  await page.goto(server.address + path);
  if (isReady) await page.getByRole('button', { name: options.start ?? words.start, exact: true }).first().waitFor();
  await rest;
  if (isReady) await listed(page, answered);
  await canary.begin(page);
  const loaded = requests.length;

  const close = context.close.bind(context);
  const found = async (keeps = 'nothing') => {
    const mayHold = Object.entries(KEEPS[keeps]).filter(([, how]) => how === 'words').map(([place]) => place);
    return (await canary.found()).filter((one) => !mayHold.some((place) => one.startsWith(`${place} `)));
  };
  context.close = async (how) => {
    const held = await found(options.keeps);
    await close(how);
    assert.deepEqual(held, []);
  };

  return {
    page,
    context,
    requests,
    typed: canary.typed,
    async done({ allowed = [], keeps = options.keeps ?? 'nothing' } = {}) {
      const held = await found(keeps);
      const kept = await page.evaluate(async () => {
        const stored = [...window.seen];
        if (localStorage.length > 0) stored.push('localStorage: something is stored');
        if (sessionStorage.length > 0) stored.push('sessionStorage: something is stored');
        if (document.cookie) stored.push('there is a cookie');
        if ((await indexedDB.databases?.() ?? []).length > 0) stored.push('there is a database');
        if ((await globalThis.caches?.keys() ?? []).length > 0) stored.push('there is a cache');
        return stored;
      });
      const mayStore = Object.keys(KEEPS[keeps]);
      wrong.push(...kept.filter((one) => !mayStore.some((place) => one.startsWith(`${place}:`))));
      if (isReady) wrong.push(...requests.slice(loaded).filter((url) => !url.startsWith('blob:')).map((url) => `a request after loading: ${url}`));
      await close({ runBeforeUnload: false });
      assert.deepEqual([...wrong, ...held].filter((what) => !allowed.some((pattern) => pattern.test(what))), []);
    },
  };
}

/** Waits for the lists of what is nearby that the page names, and for the program that reads them: they come once the rest is here. */
async function listed(page, answered) {
  const lists = await page.locator('what-matters[services]').evaluateAll((all) =>
    all.flatMap((element) => element.getAttribute('services').trim().split(/\s+/).map((address) => new URL(address, element.baseURI).href)));
  const isHere = () => lists.every((list) => answered.has(list)) && [...answered].some((url) => DIRECTORY.test(url));
  while (lists.length > 0 && !isHere()) await page.waitForEvent('response');
}

/** The widget's own root, for looking inside. */
export const inside = (page, look, argument) =>
  page.evaluate(([code, value]) => new Function('root', 'value', `return (${code})(root, value)`)(document.querySelector('what-matters').shadowRoot, value), [look.toString(), argument]);
