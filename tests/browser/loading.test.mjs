// What may go wrong while it loads, and what an old or a bare browser lacks: what stands between the tags can be used,
// the host is told once, and its page goes on. All sixteen kinds, and where each is tried:
//
//   the WebAssembly file is not there, or its server fails     fallback.test.mjs, fallback-rest.test.mjs
//   it comes under a wrong media type                          fallback.test.mjs
//   it comes in part                                           fallback.test.mjs, fallback-rest.test.mjs
//   an integrity that is not the script's                      here
//   a script of one build and a file of another                fallback.test.mjs, fallback-rest.test.mjs, here
//   it does not come, and does not fail                        here
//   the line goes once the script is there                     here
//   no WebAssembly                                             fallback.test.mjs
//   no CompressionStream                                       here
//   no sheets that can be made, or put on a shadow root        here
//   no Intl                                                    here
//   opened from a folder                                       here
//   plain http                                                 here, out-copy.test.mjs
//   the script twice                                           fallback.test.mjs
//   two versions of it                                         here
//   JavaScript turned off                                      fallback.test.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, json, root, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { begin, told } from './support/host.mjs';
import { CANARY, open } from './support/open.mjs';
import { noPrinter } from './support/out.mjs';
import { goesThrough } from './support/policies.mjs';
import { between, BROWSER, inTrouble, packedWith, start, wasm } from './support/trouble.mjs';
import { onward, press } from './support/walk.mjs';

const isRest = (path) => path.includes('.rest.');
const isWasm = (path) => path.endsWith('.wasm') && !isRest(path);
/** A file that can be compiled and has nothing in it. */
const EMPTY = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
/** The program as another build might have it: the same, under another hash. */
const OTHER = Buffer.concat([wasm, Buffer.from([0, 1, 0])]);

let browser, server;
let change = () => undefined;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => change(path) || undefined)])));
after(() => Promise.all([browser?.close(), server?.close()]));

const nothingOfOurs = async (page) =>
  assert.equal(await page.evaluate(() => document.querySelector('what-matters').shadowRoot?.textContent ?? ''), '');

/** What an old browser has not, and what the host is told. Its scripts run before those of the page. */
const OLD = {
  'sheets cannot be made': ['too-old', () => (window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); })],
  'there are no sheets to be made': ['too-old', () => delete window.CSSStyleSheet],
  'sheets cannot be put on': ['too-old', () => [Document, ShadowRoot].forEach((kind) => delete kind.prototype.adoptedStyleSheets)],
  'sheets cannot be put on, and no wait has an end': ['too-old', () => [Document, ShadowRoot].forEach((kind) => delete kind.prototype.adoptedStyleSheets) ?? delete AbortSignal.timeout],
};

for (const [what, [code, without]] of Object.entries(OLD)) {
  test(`what stands between the tags stays where ${what}, and nothing is fetched`, async () => {
    change = () => undefined;
    const { page, requests, done } = await inTrouble(browser, server, code, '/embed/basic.html', { before: (page) => page.addInitScript(without) });
    await between(page).waitFor();
    await nothingOfOurs(page);
    assert.deepEqual(requests.filter((url) => url.endsWith('.wasm')), []);
    await done();
  });
}

/** What it does without. */
const BARE = {
  'nothing is compressed': () => ['CompressionStream', 'DecompressionStream'].forEach((name) => delete window[name]),
  'lists have no names of their own': () => delete Intl.ListFormat,
  'no language is known': () => delete window.Intl,
};

for (const [what, without] of Object.entries(BARE)) {
  test(`in a browser where ${what} the conversation goes to paper, file and code, and back`, async () => {
    change = () => undefined;
    const before = async (page) => {
      await page.addInitScript(without);
      await noPrinter(page);
    };
    const { page, done } = await open(browser, server, '/embed/basic.html', { before });
    await goesThrough(page);
    await done();
  });
}

test('a script whose integrity is not the one in the tag does not run: what stands between the tags can be used', async () => {
  const wrong = json('dist/sri.json')['demo.js'];
  const tag = `<script type="module" src="/what-matters.js" integrity="${wrong}" crossorigin></script><what-matters><p><a href="/paper/first-conversation.html">These questions on paper</a></p></what-matters>`;
  change = (path) => path === '/host.html' && host(tag);
  const { page, done } = await open(browser, server, '/host.html', { ready: false });
  await nothingOfOurs(page);
  assert.deepEqual(await told(page, 'trouble'), []);
  await done({ allowed: BROWSER });
});

test('what stands between the tags stays where the script was packed with a file that has nothing of what it needs', async () => {
  change = (path) => (isWasm(path) ? { body: EMPTY } : path === '/what-matters.js' && { body: packedWith(EMPTY) });
  const { page, done } = await inTrouble(browser, server, 'wasm-broken');
  await between(page).waitFor();
  await nothingOfOurs(page);
  await done();
});

/** For the `before` of `open`: waiting has an end when the test says so. */
const patience = (page) =>
  page.addInitScript(() => {
    const waits = [];
    AbortSignal.timeout = (time) => {
      const wait = new AbortController();
      waits.push([time, wait]);
      return wait.signal;
    };
    window.giveUp = () => waits.splice(0).map(([time, wait]) => wait.abort(new DOMException('', 'TimeoutError')) ?? time);
  });

test('while the program is on its way what stands between the tags is there; where it never comes the host is told after a while', async () => {
  change = (path) => isWasm(path) && new Promise(() => {});
  const asked = [];
  const { page, done } = await open(browser, server, '/embed/basic.html', {
    ready: false,
    before: async (page) => {
      await patience(page);
      page.on('request', (request) => asked.push(request.url()));
    },
  });
  await between(page).waitFor();
  if (!asked.some(isWasm)) await page.waitForRequest((request) => isWasm(request.url()));
  assert.deepEqual(await told(page, 'trouble'), []);
  const [time] = await page.evaluate(() => window.giveUp());
  assert.equal(time, 90_000);
  await page.waitForFunction(() => window.events?.length > 0);
  assert.deepEqual(await told(page, 'trouble'), ['wasm-missing']);
  await between(page).click();
  await page.waitForURL('**/paper/first-conversation.html');
  await done({ allowed: [/<what-matters> wasm-missing/] });
});

test('where the rest of the program never comes, a person who pressed start is told after a while, and may try again', async () => {
  let isHeld = true;
  change = (path) => isHeld && isRest(path) && new Promise(() => {});
  const { page, done } = await open(browser, server, '/embed/basic.html', { ready: false, before: patience });
  await start(page).click();
  await page.getByText(words['rest-coming']).waitFor();
  isHeld = false;
  await page.evaluate(() => window.giveUp());
  await page.getByText(words['rest-missing']).waitFor();
  await onward(page, () => press(page, words['try-again']));
  await page.getByRole('button', { name: words.continue, exact: true }).waitFor();
  assert.deepEqual(await told(page, 'trouble'), ['rest-missing']);
  await done({ allowed: [/<what-matters> rest-missing/] });
});

test('what stands between the tags stays where the line goes once the script is there', async () => {
  change = () => undefined;
  const cut = (page) => page.route('**/*.wasm', (route) => route.abort('internetdisconnected'));
  const { page, done } = await inTrouble(browser, server, 'wasm-missing', '/embed/basic.html', { before: cut });
  await between(page).waitFor();
  await nothingOfOurs(page);
  await done();
});

test('where the line goes once the first screen stands, the conversation goes to paper, file and code, and back', async () => {
  change = () => undefined;
  const { page, context, done } = await open(browser, server, '/embed/basic.html', { before: noPrinter });
  await context.setOffline(true);
  await goesThrough(page);
  await done();
});

test('opened from a folder, without a server, what stands between the tags can be used', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`file://${join(root, 'dist/embed/basic.html')}`);
  await nothingOfOurs(page);
  await between(page).click();
  await page.waitForURL('file://**/paper/first-conversation.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});

test('on plain http a file can be locked, and opened again', async () => {
  change = () => undefined;
  const plain = { address: server.address.replace('127.0.0.1', 'plain.test') };
  const { page, done } = await open(browser, plain);
  assert.deepEqual(await page.evaluate(() => [isSecureContext, crypto.subtle]), [false, undefined]);
  await begin(page, `${CANARY} and the allotment`);
  await onward(page, () => press(page, words['my-summary']));
  await onward(page, () => press(page, words['more-ways']));
  await page.getByRole('checkbox', { name: words.lock }).check();
  await press(page, words['use-offered']);
  const passphrase = await page.getByRole('textbox').inputValue();
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, words.download)]);
  const path = await download.path();
  assert.ok(!readFileSync(path, 'utf8').includes(CANARY));
  await onward(page, () => page.evaluate(() => document.querySelector('what-matters').restart()));
  const chosen = page.waitForEvent('filechooser');
  await press(page, words['open-kept']);
  await (await chosen).setFiles(path);
  await page.getByRole('textbox').fill(passphrase);
  await onward(page, () => press(page, words.unlock));
  await onward(page, () => press(page, words['open-it']));
  await page.getByText(`${CANARY} and the allotment`).waitFor();
  await done();
});

for (const [order, first, second] of [['an older one and then ours', '/old', ''], ['ours and then an older one', '', '/old']]) {
  test(`of two versions on one page, ${order}, the first is used whole, and the console says so once`, async () => {
    const script = (folder) => `<script type="module" src="${folder}/what-matters.js"></script>`;
    change = (path) => {
      if (path === '/host.html') return host(script(first) + element().replace(script(''), script(second)));
      if (!path.startsWith('/old/')) return undefined;
      if (path === '/old/what-matters.js') return { body: packedWith(OTHER) };
      return { body: isWasm(path) ? OTHER : readFileSync(join(root, 'dist', path.slice('/old'.length))) , ...(path.endsWith('.wasm') && { type: 'application/wasm' }) };
    };
    const said = [];
    const before = (page) => page.on('console', (message) => said.push(message.text()));
    const { page, requests, done } = await open(browser, server, '/host.html', { before });
    assert.equal(await start(page).count(), 1);
    const fetched = requests.map((url) => new URL(url).pathname).filter((path) => /\.wasm$|\.json$/.test(path));
    assert.equal(fetched.length, 3, fetched.join());
    for (const path of fetched) assert.equal(path.startsWith('/old/'), first === '/old', path);
    assert.deepEqual(said, ['<what-matters> was loaded twice on this page; the first one is used.']);
    await begin(page, `${CANARY} twice`);
    await onward(page, () => press(page, words['my-summary']));
    await page.getByText(`${CANARY} twice`).waitFor();
    await done({ allowed: [/was loaded twice/] });
  });
}
