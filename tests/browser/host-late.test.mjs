// Answers that come late, or never: what the host wants now stands, and a person is not left in front of nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { script, SMALL, told } from './support/host.mjs';
import { open } from './support/open.mjs';
import { inTrouble, start } from './support/trouble.mjs';

const POLISH = { ...words, language: 'pl', start: 'Zaczynamy' };
const SLOW = { '/slow-guide.json': { ...guide, title: 'The slow guide' }, '/slow-words.json': POLISH, '/gone.json': undefined };
const PAGES = {
  '/slow-guide.html': 'guide="/slow-guide.json"',
  '/gone.html': 'guide="/gone.json"',
  '/slow-words.html': 'words="/slow-words.json"',
  '/never.html': 'guide="/never.json"',
};

let letGo, held;
let browser, server;
async function change(path) {
  if (PAGES[path]) return host(element(PAGES[path]));
  if (path === '/other-guide.json') return { body: JSON.stringify({ ...guide, title: 'The other guide' }) };
  if (path === '/never.json') return new Promise(() => {});
  if (!(path in SLOW)) return undefined;
  await held;
  return SLOW[path] ? { body: JSON.stringify(SLOW[path]) } : { status: 404 };
}
before(async () => ([browser, server] = await Promise.all([chromium(), serve(change)])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Opens a page whose file is on its way, and stays so until `comes` is called: then it has come to the element and done what it does. */
async function onItsWay(path, file) {
  held = new Promise((resolve) => (letGo = resolve));
  const opened = await open(browser, server, path, {
    ready: false,
    before: async (page) => {
      await page.addInitScript(() => {
        window.come = [];
        const soon = (url) => setTimeout(() => window.come.push(new URL(url).pathname));
        const { text } = Response.prototype;
        Response.prototype.text = function () {
          return text.call(this).finally(() => soon(this.url));
        };
        const real = fetch;
        window.fetch = async (...what) => {
          const answer = await real(...what);
          if (!answer.ok) soon(answer.url);
          return answer;
        };
      });
    },
  });
  const { page, requests } = opened;
  const isAsked = requests.some((url) => url.endsWith(file));
  if (!isAsked) await page.waitForRequest((request) => request.url().endsWith(file));
  return {
    ...opened,
    async comes() {
      letGo();
      await page.waitForFunction((file) => window.come.includes(file), file);
    },
  };
}

const title = (page, name) => page.getByRole('heading', { name, exact: true });

for (const [order, isLast] of [['after', true], ['before', false]]) {
  test(`a guide that comes ${order} the one set in its place is not taken, and there is one ready`, async () => {
    const { page, comes, done } = await onItsWay('/slow-guide.html', '/slow-guide.json');
    if (!isLast) await page.route('**/other-guide.json', (route) => comes().then(() => route.continue()));
    await script(page, (element) => element.setAttribute('guide', '/other-guide.json'));
    await title(page, 'The other guide').waitFor();
    if (isLast) await comes();
    await start(page).waitFor();
    assert.equal(await title(page, 'The other guide').count(), 1);
    assert.deepEqual(await told(page, 'ready'), ['ready']);
    await done();
  });
}

for (const [how, path, file] of [['comes', '/slow-guide.html', '/slow-guide.json'], ['is not there', '/gone.html', '/gone.json']]) {
  test(`a guide given while a file is on its way stays when the file ${how}`, async () => {
    const { page, comes, done } = await onItsWay(path, file);
    await script(page, (element, guide) => element.setGuide(guide), SMALL);
    await title(page, SMALL.title).waitFor();
    await comes();
    await start(page).waitFor();
    assert.equal(await title(page, SMALL.title).count(), 1);
    assert.deepEqual(await told(page, 'ready'), ['ready']);
    assert.deepEqual(await told(page, 'trouble'), []);
    await done({ allowed: [/Failed to load resource/] });
  });
}

test('words that are on their way and no longer wanted are waited for no more, and change nothing when they come', async () => {
  const { page, comes, done } = await onItsWay('/slow-words.html', '/slow-words.json');
  await page.waitForFunction(() => window.come.length > 0);
  assert.equal(await start(page).count(), 0, 'the first screen waits for its words');
  await script(page, (element) => element.removeAttribute('words'));
  await start(page).waitFor();
  await comes();
  await start(page).waitFor();
  assert.equal(await page.getByRole('button', { name: POLISH.start, exact: true }).count(), 0);
  assert.deepEqual(await told(page, 'ready'), ['ready']);
  await done();
});

test('a guide that never comes is missing after a while, and what stands between the tags was there all the time', async () => {
  const hurry = (page) =>
    page.addInitScript(() => {
      const { timeout } = AbortSignal;
      AbortSignal.timeout = (time) => timeout.call(AbortSignal, Math.min(time, 300));
    });
  const { page, done } = await inTrouble(browser, server, 'guide-missing', '/never.html', { before: hurry });
  await title(page, words['trouble-guide']).waitFor();
  await page.getByRole('link', { name: 'These questions on paper' }).waitFor();
  await done();
});
