// *Leave this page* works whatever else is going on: offline, while something is printed or saved, where a page's own functions throw, and after the WebAssembly broke.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { held, traces } from './support/leave.mjs';
import { onward, press } from './support/walk.mjs';

const PAGES = {
  '/before.html': async () => host('<p>Before</p>'),
  '/leave.html': async () => host(element('leave="all" exit="/exit.html"')),
  '/asks.html': async () => host(`${element('leave="all" exit="/exit.html"')}<script>window.onbeforeunload = () => 'Stay?';</script>`),
  '/exit.html': async () => host('<p>Somewhere else</p>'),
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

const leave = (page) => page.getByRole('button', { name: words['leave-page'], exact: true });

/** A page with words in it, one step after another page. */
async function written(path = '/leave.html', options = {}) {
  const opened = await open(browser, server, '/before.html', { ...options, ready: false });
  const { page } = opened;
  await page.goto(server.address + path);
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(`${CANARY} in a box`);
  return opened;
}

/** Presses it, and has the page say what is left right after. */
async function leftRightAfter(page) {
  const { letGo } = await held(page);
  const told = page.waitForEvent('console', (message) => message.text().startsWith('left '));
  await page.evaluate(() =>
    document.addEventListener('click', () => {
      const element = document.querySelector('what-matters');
      console.log(`left ${JSON.stringify({ nodes: element.shadowRoot.childNodes.length, shown: element.getClientRects().length, page: document.documentElement.getClientRects().length })}`);
    }, { once: true, capture: false }),
  );
  await leave(page).click({ noWaitAfter: true });
  const left = JSON.parse((await told).text().slice('left '.length));
  letGo();
  return left;
}

test('offline it goes to a blank page, and never to the browser’s own, with Back one press away', async () => {
  const { page, context } = await written();
  await context.setOffline(true);
  await leave(page).click({ noWaitAfter: true });
  await page.waitForURL('about:blank');
  await context.setOffline(false);
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/before.html');
  await context.close();
});

test('pressed twice it leaves once', async () => {
  const { page, context } = await written();
  await leave(page).dblclick({ noWaitAfter: true });
  await page.waitForURL('**/exit.html');
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/before.html');
  await context.close();
});

test('with a summary open to print, the page to print goes with it', async () => {
  const { page, context } = await written('/leave.html', { before: (page) => page.addInitScript(() => (window.print = () => {})) });
  await onward(page, () => press(page, words['my-summary']));
  await press(page, words.print);
  assert.ok((await traces(page, CANARY)).some((trace) => trace.includes('iframe')), 'the page to print is there');
  const { letGo } = await held(page);
  await page.evaluate(() => document.addEventListener('click', () => console.log(`left ${document.querySelectorAll('iframe').length}`), { once: true }));
  const told = page.waitForEvent('console', (message) => message.text().startsWith('left '));
  await leave(page).click({ noWaitAfter: true });
  assert.equal((await told).text(), 'left 0');
  letGo();
  await page.waitForURL('**/exit.html');
  await context.close();
});

test('a window opened to print from is closed', async () => {
  const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1';
  const { page, context } = await written('/leave.html', { context: { userAgent: agent }, before: (page, context) => context.addInitScript(() => (window.print = () => {})) });
  await onward(page, () => press(page, words['my-summary']));
  const opening = context.waitForEvent('page');
  await press(page, words.print);
  const opened = await opening;
  const closed = opened.waitForEvent('close');
  await page.bringToFront();
  await leave(page).click({ noWaitAfter: true });
  await closed;
  await page.waitForURL('**/exit.html');
  await context.close();
});

test('what is kept or half kept in the browser goes, and what the host keeps there stays', async () => {
  const { page, context } = await written();
  await page.evaluate(() => {
    for (const store of [localStorage, sessionStorage]) {
      store.setItem('what-matters:a', 'half written');
      store.setItem('what-matters:b', '');
      store.setItem('host', 'own');
    }
  });
  await leave(page).click({ noWaitAfter: true });
  await page.waitForURL('**/exit.html');
  assert.deepEqual(await page.evaluate(() => [localStorage, sessionStorage].map((store) => Object.keys(store))), [['host'], ['host']]);
  await context.close();
});

const HOSTILE = {
  'taking nodes away': () => {
    const no = () => {
      throw new Error('a host says no');
    };
    for (const { prototype } of [Element, DocumentFragment]) prototype.replaceChildren = no;
    Node.prototype.removeChild = no;
    for (const { prototype } of [Element, CharacterData]) prototype.remove = no;
  },
  'storage and channels': () => {
    const no = () => {
      throw new Error('a host says no');
    };
    Storage.prototype.removeItem = no;
    BroadcastChannel.prototype.postMessage = no;
    Object.defineProperty(navigator, 'onLine', { get: no });
  },
};
for (const [what, spoil] of Object.entries(HOSTILE)) {
  test(`where a page's own ${what} throw, it is blank in the same press and left all the same`, async () => {
    const { page, context } = await written();
    await page.evaluate(spoil);
    const { shown, page: seen } = await leftRightAfter(page);
    assert.deepEqual({ shown, seen }, { shown: 0, seen: 0 });
    await page.waitForURL('**/exit.html');
    await context.close();
  });
}

test('without a channel to other tabs, or with no storage to be had, it is left all the same', async () => {
  const { page, context } = await written('/leave.html', {
    before: (page) =>
      page.addInitScript(() => {
        delete window.BroadcastChannel;
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('blocked', 'SecurityError');
            },
          });
        }
      }),
  });
  assert.deepEqual(await leftRightAfter(page), { nodes: 0, shown: 0, page: 0 });
  await page.waitForURL('**/exit.html');
  await context.close();
});

test('a host that asks before its page goes away is not asked', async () => {
  const { page, context } = await written('/asks.html');
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  const asked = [];
  page.on('dialog', (dialog) => asked.push(dialog.type()) && dialog.accept());
  await leave(page).click({ noWaitAfter: true });
  await page.waitForURL('**/exit.html');
  assert.deepEqual(asked, []);
  await context.close();
});

test('after the WebAssembly broke, Shift leaves all the same, and asks nothing', async () => {
  const { page, context } = await written();
  const asked = [];
  page.on('dialog', (dialog) => asked.push(dialog.type()) && dialog.accept());
  await page.locator('what-matters').evaluate((element) => element.rescue());
  await page.locator('what-matters').getByRole('textbox').waitFor();
  for (let nth = 0; nth < 3; nth += 1) await page.keyboard.press('Shift');
  await page.waitForURL('**/exit.html');
  assert.deepEqual(asked, []);
  await context.close();
});

test('a page that is shown again as it was left shows nothing', async () => {
  const { page, context } = await written();
  const { asked } = await held(page);
  const told = page.waitForEvent('console', (message) => message.text().startsWith('again '));
  await page.evaluate(() =>
    document.addEventListener('click', () => setTimeout(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const element = document.querySelector('what-matters');
      element.restart();
      element.leave = 'off';
      setTimeout(() => console.log(`again ${JSON.stringify([document.documentElement.getClientRects().length, element.shadowRoot.textContent.trim()])}`));
    }), { once: true }),
  );
  await leave(page).click({ noWaitAfter: true });
  assert.deepEqual(JSON.parse((await told).text().slice('again '.length)), [0, '']);
  await (await asked).abort();
  await context.close();
});
