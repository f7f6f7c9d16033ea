// The browser's own question before a page goes away: as long as there is something to lose, and no longer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, GIVEN, open } from './support/open.mjs';
import { asks } from './support/leave.mjs';
import { copied, downloaded, noPrinter, printed, summarise } from './support/out.mjs';
import { onward, press, place } from './support/walk.mjs';

const RELOADED = [/^a request after loading/];
const text = `${CANARY} and my window box`;
const box = (page) => page.getByRole('textbox');

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('nothing is asked before anything is written, however far a person has gone', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await onward(page, () => press(page, words['my-summary']));
  assert.equal(await asks(page), false);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await box(page).fill(text);
  await box(page).fill('');
  assert.equal(await asks(page), false, 'nor once the words are taken out again');
  await done({ allowed: RELOADED });
});

test('with words written, reload, back and close ask first, and the words are still there', async () => {
  const { page, done } = await open(browser, server, '/index.html');
  await page.goto(`${server.address}/embed/basic.html`);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  const here = await place(page);
  await box(page).fill(text);
  for (const how of ['reload', 'back', 'close']) {
    assert.equal(await asks(page, how), true, how);
    assert.equal(await place(page), here);
    assert.equal(await box(page).inputValue(), text);
  }
  await done({ allowed: RELOADED });
});

test('a choice is something to lose as well as words are', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await page.getByRole('radio').first().check();
  assert.equal(await asks(page), true);
  await done();
});

const OUT = {
  printed: (page) => printed(page),
  copied: (page) => copied(page, page.getByRole('button', { name: words.copy, exact: true }), words.copied),
  downloaded: async (page) => (await downloaded(page)).forget(),
};

for (const [how, out] of Object.entries(OUT)) {
  test(`once the words are ${how} nothing is asked, until there is a further word`, async () => {
    const context = { permissions: ['clipboard-read', 'clipboard-write'] };
    const { page, done } = await open(browser, server, '/index.html', { context, before: noPrinter });
    await summarise(page, text);
    assert.equal(await asks(page), true);
    await out(page);
    await onward(page, () => press(page, words['carry-on']));
    await box(page).pressSequentially(' too');
    assert.equal(await asks(page), true, 'a further word is only here');
    await onward(page, () => press(page, words['my-summary']));
    await out(page);
    assert.equal(await asks(page), false);
    await done({ allowed: RELOADED });
  });
}

test('words given to a page, which may not be listening, are still something to lose', async () => {
  const { page, done } = await open(browser, server, '/index.html');
  await summarise(page, text);
  await page.getByRole('button', { name: words.give.split('{')[0] }).click();
  await page.getByText(words.given.split('{')[0]).waitFor();
  assert.equal(await asks(page), true);
  await done({ allowed: GIVEN });
});

test('words that an answer has put by are still something to lose', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, done } = await open(browser, server, '/embed/basic.html', { context });
  await onward(page, () => press(page, words.start));
  await page.getByRole('radio').nth(2).check();
  await page.getByRole('textbox').fill(text);
  await page.getByRole('radio').first().check();
  await onward(page, () => press(page, words.continue));
  await box(page).fill(text);
  await onward(page, () => press(page, words['my-summary']));
  await OUT.copied(page);
  assert.equal(await asks(page), true);
  await done();
});

test('one part copied, or words kept back from what goes out, are still something to lose', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, done } = await open(browser, server, '/embed/basic.html', { context });
  await summarise(page, text, 'Ama');
  await copied(page, page.getByRole('button', { name: words['copy-part'], exact: true }).first(), words['copied-part']);
  assert.equal(await asks(page), true);
  await page.getByRole('radio', { name: words['share-keep'] }).first().check();
  await OUT.copied(page);
  assert.equal(await asks(page), true);
  await done();
});

test('closing a page with nothing to lose closes it', async () => {
  const { page, context } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  assert.equal(await asks(page, 'close'), false);
  assert.ok(page.isClosed());
  await context.close();
});
