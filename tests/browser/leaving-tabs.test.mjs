// What is left or deleted in one tab is left or deleted in every tab of the site, and nothing but that is said between them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { traces } from './support/leave.mjs';
import { onward, press } from './support/walk.mjs';

const PAGES = {
  '/leave.html': async () => host(element('leave="all" exit="/exit.html"')),
  '/other.html': async () => host(element('leave="off" exit="/exit.html"')),
  '/plain.html': async () => host('<p>Another page of the host’s</p>'),
  '/exit.html': async () => host('<p>Somewhere else</p>'),
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Several tabs of one browser, each with words in it, and one that listens to what they tell each other. */
async function tabs(...paths) {
  const { page: first, context } = await open(browser, server, '/plain.html', { ready: false });
  await first.evaluate(() => {
    window.heard = [];
    new BroadcastChannel('what-matters').onmessage = ({ data }) => window.heard.push(data);
  });
  const pages = [];
  for (const [at, path] of paths.entries()) {
    const page = await context.newPage();
    await page.goto(server.address + path);
    await page.getByRole('button', { name: words.start, exact: true }).waitFor();
    await onward(page, () => press(page, words.start));
    await onward(page, () => press(page, words.continue));
    await page.getByRole('textbox').fill(`${CANARY} in tab ${at}`);
    pages.push(page);
  }
  return { listening: first, pages, context };
}

test('leaving in one tab leaves them all, and no other page of the site', async () => {
  const { listening, pages, context } = await tabs('/leave.html', '/leave.html', '/other.html');
  const asked = [];
  for (const page of pages) page.on('dialog', (dialog) => asked.push(dialog.type()) && dialog.accept());
  await pages[0].getByRole('button', { name: words['leave-page'], exact: true }).click({ noWaitAfter: true });
  for (const page of pages) await page.waitForURL('**/exit.html');
  assert.deepEqual(asked, []);
  await listening.waitForFunction(() => window.heard.length > 0);
  assert.deepEqual(await listening.evaluate(() => window.heard), ['left']);
  assert.equal(new URL(listening.url()).pathname, '/plain.html');
  for (const page of pages.slice(1)) {
    await page.goBack();
    assert.equal(page.url(), 'about:blank');
  }
  await context.close();
});

test('deleting everything in one tab deletes it in every tab, which say so, and wipes what was kept', async () => {
  const { listening, pages, context } = await tabs('/leave.html', '/other.html');
  const [one, other] = pages;
  await one.evaluate(() => localStorage.setItem('what-matters:kept', 'something'));
  await onward(one, () => press(one, words['my-summary']));
  await press(one, words.delete);
  await one.getByText(words['delete-ask']).waitFor();
  await press(one, words['delete-yes']);
  await one.getByText(words.deleted).waitFor();
  await other.getByText(words['deleted-elsewhere']).waitFor();
  for (const page of pages) assert.deepEqual(await traces(page, CANARY), []);
  assert.equal(await other.evaluate(() => localStorage.length), 0);
  assert.deepEqual(await listening.evaluate(() => window.heard), ['deleted']);
  await context.close();
});

test('a tab where nothing was written says nothing of what was deleted in another', async () => {
  const { pages, context } = await tabs('/leave.html');
  const [one] = pages;
  const quiet = await context.newPage();
  await quiet.goto(`${server.address}/leave.html`);
  await quiet.getByRole('button', { name: words.start, exact: true }).waitFor();
  const heard = quiet.evaluate(() => new Promise((resolve) => (new BroadcastChannel('what-matters').onmessage = ({ data }) => setTimeout(() => resolve(data)))));
  await onward(one, () => press(one, words['my-summary']));
  await press(one, words.delete);
  await press(one, words['delete-yes']);
  assert.equal(await heard, 'deleted');
  assert.equal(await quiet.locator('.notice [role=status]').innerText(), '');
  await context.close();
});
