// Row A for real: forty ways a browser's storage fails. The words stay on the page, what the page says of them is so, and a download is offered.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';
import { SIX, begin, choose, ready, says, tab, unlock, write } from './support/keep.mjs';
import { press } from './support/walk.mjs';

const text = `${CANARY} by the window`;
const frame = (path, more = '') => host(`<iframe ${more} src="${path}" title="Questions" style="inline-size: 100%; block-size: 900px"></iframe>`);

let browser, server;
const PAGES = {
  '/plain.html': () => host(element()),
  '/boxed.html': () => frame('/plain.html', 'sandbox="allow-scripts"'),
  '/inside.html': () => frame(`${server.address.replace('127.0.0.1', 'plain.test')}/plain.html`),
};
// A frame without an origin of its own fetches as a stranger does.
const open = () => ({ headers: { 'access-control-allow-origin': '*' } });
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.() ?? open())])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** What a page has in place of a storage. Each runs in the page, before anything of ours or later, with `own`, whether a name is ours. */
const IN_PAGE = {
  'asking for it throws': () => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    }
  },
  'there is none': () => {
    for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { get: () => null });
  },
  'nothing fits': () => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  },
  'so much fits and no more': () => {
    // What a browser gives a site is some five million signs.
    for (const store of [sessionStorage, localStorage]) {
      let size = 2 ** 22;
      for (let at = 0; size >= 1; at += 1) {
        try {
          store.setItem(`filled ${at}`, 'x'.repeat(size));
        } catch {
          size /= 2;
        }
      }
    }
  },
  'writing says it worked and did not': () => {
    Storage.prototype.setItem = () => {};
  },
  'what is read is not what was written': () => {
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (name) {
      return get.call(this, name)?.replaceAll('e', 'a') ?? null;
    };
  },
  'what is read ends in the middle': () => {
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (name) {
      const all = get.call(this, name);
      return all && all.slice(0, all.length / 2);
    };
  },
  'something foreign stands there': () => {
    for (const store of [sessionStorage, localStorage]) for (const name of Object.keys(store)) store.setItem(name, '{"items":[1,2,3]}');
  },
  'one slot vanishes': () => {
    for (const store of [sessionStorage, localStorage]) store.removeItem(Object.keys(store).sort()[0]);
  },
  'all of it is cleared': () => {
    sessionStorage.clear();
    localStorage.clear();
  },
  'it is slow': () => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, value) {
      for (const end = performance.now() + 500; performance.now() < end; );
      set.call(this, name, value);
    };
  },
  'a newer page has written there': () => {
    for (const store of [sessionStorage, localStorage]) for (const [name, value] of Object.entries(store)) store.setItem(name, value.replace('kept 1', 'kept 2'));
  },
  'an older page has written there': () => {
    for (const store of [sessionStorage, localStorage]) for (const [name, value] of Object.entries(store)) store.setItem(name, value.replace('kept 1', 'kept 0'));
  },
  'the clock goes back': () => {
    Date.now = () => 1;
  },
};
/** Those that are there from the beginning, and change what comes before the choice. */
const FROM_THE_START = ['asking for it throws', 'there is none', 'nothing fits', 'so much fits and no more', 'writing says it worked and did not', 'the clock goes back'];

/** The words stand in the box, and the line at the foot is true. Says whether it claims that they are kept. */
async function stands(page, wanted) {
  await says(page, 'kept-tab', 'kept-device', 'not-kept', 'not-kept-full', 'not-kept-gone');
  assert.equal(await page.getByRole('textbox').first().inputValue(), wanted);
  const line = await page.locator('.kept > span').innerText();
  const isKept = [words['kept-tab'], words['kept-device']].includes(line);
  if (!isKept) assert.equal(await page.locator('.kept').getByRole('button', { name: words.download, exact: true }).count(), 1, line);
  return isKept;
}

/** A page that says the words are kept gives them back in a whole browser. */
async function comesBack(context, page, form, wanted, path) {
  // The tab's own storage is the tab's: the page is loaded again in it, without what was in the way.
  const [own, device] = await page.evaluate(() => {
    try {
      return [{ ...sessionStorage }, { ...localStorage }];
    } catch {
      return [{}, {}];
    }
  });
  const later = await context.newPage();
  await later.addInitScript(([own, device]) => {
    for (const [name, value] of Object.entries(own)) sessionStorage.setItem(name, value);
    for (const [name, value] of Object.entries(device)) localStorage.setItem(name, value);
  }, [own, device]);
  await later.goto(server.address + path);
  await ready(later);
  if (form === 'device') await unlock(later);
  else await press(later, words['carry-on']);
  await later.locator('.kept').waitFor();
  assert.equal(await later.getByRole('textbox').first().inputValue(), wanted);
  await later.close();
}

let count = 0;
function faulty(name, run) {
  count += 1;
  test(name, async () => {
    const context = await browser.newContext();
    await run(context);
    await context.close();
  });
}

for (const form of ['tab', 'device']) {
  for (const [what, breaks] of Object.entries(IN_PAGE)) {
    faulty(`kept ${form === 'tab' ? 'in the tab' : 'on the device'}, and then ${what}`, async (context) => {
      const { page, done } = await tab(context, server, { path: '/plain.html' });
      await begin(page, text);
      await choose(page, form);
      await says(page, `kept-${form}`);
      await page.evaluate(breaks);
      await write(page, `${text} and more`);
      // As a page that is put away has it written at once. A turn later the write was tried, and what is said of it stands there.
      await page.evaluate(() => new Promise((resolve) => {
        dispatchEvent(new Event('pagehide'));
        setTimeout(resolve);
      }));
      if (await stands(page, `${text} and more`)) {
        const whole = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).catch(() => '');
        if (whole.includes('kept 1')) await comesBack(context, page, form, `${text} and more`, '/plain.html');
        else assert.fail('said to be kept, and nothing is stored');
      }
      await done();
    });
  }
}

for (const what of FROM_THE_START) {
  faulty(`from the start ${what}`, async (context) => {
    const { page, done } = await tab(context, server, { path: '/plain.html', before: (page) => page.addInitScript(IN_PAGE[what]) });
    await begin(page, text);
    await choose(page, 'tab');
    await stands(page, text);
    await done();
  });
}

for (const [name, path] of [['in a frame without an origin of its own', '/boxed.html'], ['in a frame of another site', '/inside.html']]) {
  for (const form of ['tab', 'device']) {
    faulty(`${name}, ${form === 'tab' ? 'in the tab' : 'on the device'}`, async (context) => {
      const page = await context.newPage();
      await page.goto(server.address + path);
      const inside = page.frameLocator('iframe');
      const press = (label) => inside.getByRole('button', { name: label, exact: true }).first().click();
      await press(words.start);
      await press(words.continue);
      await inside.getByRole('textbox').fill(text);
      await inside.locator('.kept').getByRole('button').click();
      await inside.getByRole('radio', { name: words[`form-${form}`] }).check();
      if (form === 'device') await inside.getByRole('textbox', { name: words.passphrase }).fill(SIX);
      await press(words['keep-use']);
      // A private window, as each of these is, gives a frame of another site no storage either.
      await inside.locator('.kept > span').getByText(words['not-kept'], { exact: true }).waitFor();
      await inside.locator('.kept').getByRole('button', { name: words.download, exact: true }).waitFor();
      assert.equal(await inside.getByRole('textbox').first().inputValue(), text);
    });
  }
}

// Loaded again after the damage: all of it, what stood before, or nothing, and a page that works.
for (const what of ['what is read ends in the middle', 'something foreign stands there']) {
  faulty(`loaded again after ${what}`, async (context) => {
    const { page, done } = await tab(context, server, { path: '/plain.html' });
    await begin(page, text);
    await choose(page, 'tab');
    await page.evaluate(IN_PAGE['something foreign stands there']);
    if (what !== 'something foreign stands there') await page.addInitScript(IN_PAGE[what]);
    await page.evaluate(() => location.reload());
    await page.getByRole('button', { name: words.start, exact: true }).waitFor();
    await begin(page, text);
    await choose(page, 'tab');
    await stands(page, text);
    await done();
  });
}

test('these are forty', () => assert.equal(count, 40));
