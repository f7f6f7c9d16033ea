// The rest of the program comes in a second file once the first screen stands: late, or not at all.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { open } from './support/open.mjs';
import { serve } from './support/server.mjs';
import { BROWSER, inTrouble, start } from './support/trouble.mjs';
import { onward, press } from './support/walk.mjs';

const isRest = (path) => path.includes('.rest.') && path.endsWith('.wasm');
let browser, server;
let change = () => undefined;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => change(path) || undefined)])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('it comes without a press, in one go, when the welcome screen stands', async () => {
  const asked = [];
  change = (path) => void asked.push(path);
  const { page, done } = await open(browser, server, '/embed/basic.html', { ready: false });
  await start(page).waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(asked.filter(isRest).length, 1);
  assert.ok(isRest(asked.at(-1)), `the last thing fetched: ${asked}`);
  const before = asked.length;
  await onward(page, () => start(page).click());
  await press(page, words['my-summary']);
  assert.equal(asked.length, before, 'a press fetches nothing');
  await done();
});

test('while it is on its way help is there, and a press of start is kept until it has come', async () => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  change = (path) => isRest(path) && held.then(() => undefined);
  const { page, done } = await open(browser, server, '/embed/basic.html', { ready: false });
  await onward(page, () => press(page, words.help));
  await page.getByRole('link', { name: '999' }).first().waitFor();
  await onward(page, () => press(page, words['carry-on']));
  await start(page).click();
  await page.getByText(words['rest-coming']).waitFor();
  await onward(page, () => letGo());
  assert.equal(await page.getByText(words['rest-coming']).count(), 0);
  await page.getByRole('button', { name: words.continue, exact: true }).waitFor();
  await done();
});

test('a page that takes the widget out while it is on its way, and puts in another, has no trouble', async () => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  change = (path) => isRest(path) && held.then(() => undefined);
  const { page, done } = await open(browser, server, '/embed/basic.html', { ready: false });
  await start(page).waitFor();
  await page.evaluate(() => {
    const old = document.querySelector('what-matters');
    old.replaceWith(old.cloneNode());
  });
  await start(page).click();
  letGo();
  await page.getByRole('button', { name: words.continue, exact: true }).waitFor();
  await done();
});

for (const [name, wrong] of [['is not there', { status: 404 }], ['comes in part', { cut: 5000 }], ['is of another build', { body: Buffer.from('no such thing') }]]) {
  test(`where it ${name} the person is told on pressing start, and may try again`, async () => {
    let isWrong = true;
    change = (path) => isWrong && isRest(path) && { ...wrong };
    const { page, done } = await inTrouble(browser, server, 'rest-missing');
    isWrong = false;
    await onward(page, () => start(page).click());
    await page.getByRole('button', { name: words.continue, exact: true }).waitFor();
    await done();
  });
}

test('a second failure after a press says so where the person looks, and the way to try again works', async () => {
  let isWrong = true;
  change = (path) => isWrong && isRest(path) && { status: 503 };
  const { page, done } = await open(browser, server, '/embed/basic.html', { ready: false });
  await start(page).waitFor();
  await page.waitForFunction(() => window.events?.some(([kind]) => kind === 'trouble'));
  await start(page).click();
  await page.getByText(words['rest-missing']).waitFor();
  isWrong = false;
  await onward(page, () => press(page, words['try-again']));
  await page.getByRole('button', { name: words.continue, exact: true }).waitFor();
  await done({ allowed: [/^console: <what-matters> rest-missing/, ...BROWSER] });
});
