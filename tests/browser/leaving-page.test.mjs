// *Leave this page*: the words go at once, whatever the network does, and *Back* does not return to them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { leftBehind, traces } from './support/leave.mjs';
import { onward, press } from './support/walk.mjs';

const text = `${CANARY} behind the door`;

/** The page people leave for answers only when a test lets it. */
let letGo;
let held = new Promise((resolve) => (letGo = resolve));
const PAGES = {
  '/before.html': async () => host('<p>Before</p>'),
  '/leave.html': async () => host(element('leave="all" exit="/exit.html"')),
  '/sensitive.html': async () => host(element('exit="/exit.html"')),
  '/off.html': async () => host(element('leave="off"')),
  '/script.html': async () => host(element('leave="all" exit="javascript:document.title=1"')),
  '/frame.html': async () => host('<iframe src="/leave.html" title="Questions" style="inline-size: 100%; block-size: 700px"></iframe>'),
  '/boxed.html': async () => host('<iframe sandbox="allow-scripts allow-same-origin" src="/leave.html" title="Questions" style="inline-size: 100%; block-size: 700px"></iframe>'),
  '/exit.html': async () => held.then(() => host('<p>Somewhere else</p>')),
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

const leave = (page) => page.getByRole('button', { name: words['leave-page'], exact: true });

test('leaving blanks the screen and drops the words before the other page answers, without a question', async () => {
  const { page, context } = await open(browser, server, '/before.html', { ready: false });
  const asked = [];
  page.on('dialog', (dialog) => asked.push(dialog.type()) && dialog.accept());
  await page.goto(`${server.address}/leave.html`);
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  const left = await leftBehind(page, CANARY, () => leave(page).click({ noWaitAfter: true }));
  assert.deepEqual(left, { nodes: 0, traces: [], later: '', summary: null });
  letGo();
  await page.waitForURL('**/exit.html');
  assert.deepEqual(asked, []);
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/before.html', 'Back goes to the page before this one');
  await page.goForward();
  assert.equal(new URL(page.url()).pathname, '/exit.html');
  await context.close();
});

test('it stands in the stages that have a sensitive prompt, unless the host wants it everywhere or nowhere', async () => {
  const stands = async (path) => {
    const { page, done } = await open(browser, server, path);
    const seen = [await leave(page).count()];
    await onward(page, () => press(page, words['five-minutes']));
    for (let at = 0; at < 2; at += 1) {
      seen.push(await leave(page).count());
      await onward(page, () => press(page, words.continue));
    }
    seen.push(await leave(page).count());
    await done();
    return seen;
  };
  assert.deepEqual(await stands('/sensitive.html'), [0, 0, 0, 1]);
  assert.deepEqual(await stands('/leave.html'), [1, 1, 1, 1]);
  assert.deepEqual(await stands('/off.html'), [0, 0, 0, 0]);
});

test('an exit that is a script is no exit: the page goes where it goes without one, and the console says so once', async () => {
  const said = [];
  const { page, context } = await open(browser, server, '/script.html', {
    before: async (page) => {
      page.on('console', (message) => said.push(message.text()));
      await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Weather</p>' }));
    },
  });
  await onward(page, () => press(page, words.start));
  await leave(page).click();
  await page.waitForURL('https://www.bbc.co.uk/weather');
  assert.equal(said.length, 1);
  assert.match(said[0], /the attribute exit has no meaning/);
  await context.close();
});

test('in a frame of the same site the whole page is left, not the frame alone', async () => {
  const { page, context } = await open(browser, server, '/frame.html', { ready: false });
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: words.start, exact: true }).click();
  await frame.getByRole('button', { name: words['leave-page'], exact: true }).click();
  await page.waitForURL('**/exit.html');
  assert.equal(await page.locator('iframe').count(), 0);
  await context.close();
});

test('a frame that may not move the page it stands in holds one plain sentence and none of the words', async () => {
  const { page, context } = await open(browser, server, '/boxed.html', { ready: false });
  const frame = page.frameLocator('iframe');
  const press = (name) => frame.getByRole('button', { name, exact: true }).click();
  await press(words.start);
  await press(words.continue);
  await frame.getByRole('textbox').fill(text);
  await press(words['leave-page']);
  const sentence = frame.getByText(words['leave-page-stays']);
  await sentence.waitFor();
  assert.equal(await sentence.evaluate((sentence) => sentence.getRootNode().activeElement === sentence), true, 'a screen reader comes to it');
  assert.equal(await frame.locator('what-matters').evaluate((element) => element.shadowRoot.textContent), words['leave-page-stays']);
  assert.deepEqual(await traces(page, CANARY), []);
  assert.equal(new URL(page.url()).pathname, '/boxed.html');
  await context.close();
});
