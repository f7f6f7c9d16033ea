// Where the conversation cannot be had, what stands between the tags is there, the console says once why, and the host's page goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { between, inTrouble, packedWith, start, wasm } from './support/trouble.mjs';
import { open } from './support/open.mjs';

/** The file the first screen needs; the rest has a test of its own. */
const isWasm = (path) => path.endsWith('.wasm') && !path.includes('.rest.');
const another = Buffer.concat([wasm, Buffer.from([0, 1, 0])]);
const half = wasm.subarray(0, wasm.length / 2);

/** What is wrong, the code the host is told, and how to make it so. */
const CAUSES = {
  'the browser has no WebAssembly': ['no-webassembly', {}, (page) => page.addInitScript(() => delete window.WebAssembly)],
  'the WebAssembly file is not there': ['wasm-missing', (path) => isWasm(path) && { status: 404 }],
  'the server fails on the WebAssembly file': ['wasm-missing', (path) => isWasm(path) && { status: 500 }],
  'the WebAssembly file comes in part': ['wasm-missing', (path) => isWasm(path) && { cut: wasm.length / 2 }],
  'the WebAssembly file is of another build': ['wasm-missing', (path) => isWasm(path) && { body: another }],
  'the script was packed with half a file': ['wasm-broken', (path) => (isWasm(path) ? { body: half } : path === '/what-matters.js' && { body: packedWith(half) })],
  'half a file comes under a wrong media type': ['wasm-broken', (path) => (isWasm(path) ? { body: half, type: 'text/plain' } : path === '/what-matters.js' && { body: packedWith(half) })],
};

let browser, server;
let change = () => undefined;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => change(path) || undefined)])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const [name, [code, wrong, before]] of Object.entries(CAUSES)) {
  test(`what stands between the tags stays where ${name}`, async () => {
    change = typeof wrong === 'function' ? wrong : () => undefined;
    const { page, done } = await inTrouble(browser, server, code, '/embed/basic.html', { before });
    await between(page).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('what-matters').shadowRoot.textContent), '', 'and nothing of ours with it');
    await done();
  });
}

test('what stands between the tags stays where JavaScript is turned off', async () => {
  change = () => undefined;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.address}/embed/basic.html`);
  await between(page).click();
  await page.waitForURL('**/paper/first-conversation.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await context.close();
});

test('the sheet that stands between the tags is there until the conversation is, and goes then', async () => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  change = (path) => isWasm(path) && held.then(() => undefined);
  const { page, done } = await open(browser, server, '/embed/basic.html', { ready: false });
  await between(page).waitFor();
  letGo();
  await start(page).waitFor();
  await between(page).waitFor({ state: 'hidden' });
  await done();
});

test('a WebAssembly file under a wrong media type is run all the same', async () => {
  change = (path) => isWasm(path) && { type: 'application/octet-stream' };
  const { page, done } = await open(browser, server);
  await between(page).waitFor({ state: 'hidden' });
  await done();
});

test('a script that stands twice in the page runs once, and says so once', async () => {
  change = (path) => path === '/twice.html' && host(`<script type="module" src="/what-matters.js?again"></script>${element()}`);
  const said = [];
  const { page, done } = await open(browser, server, '/twice.html', { before: (page) => page.on('console', (message) => said.push(message.text())) });
  assert.equal(await start(page).count(), 1);
  assert.deepEqual(said, ['<what-matters> was loaded twice on this page; the first one is used.']);
  await done({ allowed: [/was loaded twice/] });
});

test('one that failed does not stop the script of the host that comes after it', async () => {
  change = (path) =>
    isWasm(path) ? { status: 404 } : path === '/after.html' && host(`${element()}<script type="module">document.title = 'The host goes on'</script>`);
  const { page, done } = await inTrouble(browser, server, 'wasm-missing', '/after.html');
  assert.equal(await page.title(), 'The host goes on');
  await done();
});

test('one that is moved about while it loads tells its trouble once', async () => {
  const move = '<script type="module">for (let at = 0; at < 3; at += 1) document.body.append(document.querySelector("what-matters"))</script>';
  change = (path) => (isWasm(path) ? { status: 404 } : path === '/moved.html' && host(element() + move));
  const { page, done } = await inTrouble(browser, server, 'wasm-missing', '/moved.html');
  await between(page).waitFor();
  await done();
});
