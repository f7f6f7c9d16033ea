// What is opened or locked stays between the person and their file: no event, no store, no console, no address, and no host's page in the way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { asks, traces } from './support/leave.mjs';
import { PASSPHRASE, made, part, write } from './support/kept.mjs';
import { drop, saved } from './support/travel.mjs';
import { onward, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Begins, and writes a hope. */
async function begun() {
  const opened = await open(browser, server);
  await onward(opened.page, () => press(opened.page, words.start));
  await onward(opened.page, () => press(opened.page, words.continue));
  await write(opened.page, ['Someone to call.']);
  return opened;
}

test('of a passphrase nothing is left once its screen is, after locking and after opening', async () => {
  const { page, done } = await begun();
  await onward(page, () => press(page, words['my-summary']));
  await onward(page, () => press(page, words['more-ways']));
  await page.getByRole('checkbox', { name: words.lock }).check();
  await page.getByRole('textbox').fill(PASSPHRASE);
  const locked = await saved(page, () => press(page, words.download));
  assert.ok(!locked.includes(CANARY));
  assert.deepEqual(await traces(page, CANARY), ['a input in what-matters']);
  await onward(page, () => press(page, words['carry-on']));
  assert.deepEqual(await traces(page, CANARY), []);
  await onward(page, () => drop(page, locked));
  assert.equal(await page.getByRole('textbox').inputValue(), '', 'nor where another is asked for');
  await page.getByRole('textbox').fill(PASSPHRASE.normalize('NFD').replace('  ', ' \u00a0'));
  await onward(page, () => press(page, words.unlock));
  assert.deepEqual(await traces(page, CANARY), []);
  await done();
});

test('a person who leaves while a file is being locked or opened finds nothing done', async () => {
  const locked = await made(browser, server, '2026-03-02', 'My dog', PASSPHRASE);
  const { page, done } = await begun();
  await onward(page, () => drop(page, locked));
  await page.getByRole('textbox').fill(PASSPHRASE);
  await page.evaluate(([unlock, notNow]) => {
    const root = document.querySelector('what-matters').shadowRoot;
    const button = (name) => [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
    button(unlock).click();
    button(notNow).click();
  }, [words.unlock, words['not-now']]);
  // What was to be done once the screen is drawn would have been done before this, which asks for the same later.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(() => setTimeout(drawn)))));
  assert.equal(await page.getByRole('textbox').inputValue(), 'Someone to call.');
  assert.equal(await page.getByText(words.opening).count(), 0);
  await onward(page, () => drop(page, locked));
  assert.equal(await page.getByRole('textbox').inputValue(), '');
  await done();
});

test('what is dropped and is no file is left to the page', async () => {
  const { page, done } = await begun();
  const dropped = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'some words');
    const inside = document.querySelector('what-matters').shadowRoot.querySelector('.wm');
    const fire = (kind) => inside.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    return [fire('dragover'), fire('drop')];
  });
  assert.deepEqual(dropped, [true, true], 'neither is taken from the page');
  assert.equal(await page.getByRole('textbox').inputValue(), 'Someone to call.');
  await done();
});

test('a file that is too large could not be read, and one of that size that is no summary is not one', async () => {
  const { page, done } = await begun();
  const dropLarge = (bytes) =>
    page.evaluate((bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], 'large.html', { type: 'text/html' }));
      const inside = document.querySelector('what-matters').shadowRoot.querySelector('.wm');
      inside.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    }, bytes);
  await dropLarge(4 * 1024 * 1024 + 1);
  await page.getByText(words['file-unreadable']).waitFor();
  await dropLarge(4 * 1024 * 1024);
  await page.getByText(words['file-foreign']).waitFor();
  assert.equal(await page.getByRole('textbox').inputValue(), 'Someone to call.');
  await done();
});

test('the browser asks until what is kept back is in a full copy as well', async () => {
  const { page, done } = await begun();
  await part(page, 'matters');
  await write(page, ['My dog']);
  await onward(page, () => press(page, words['my-summary']));
  await page.locator('.part').first().getByRole('radio').nth(1).check();
  await saved(page, () => press(page, words.download));
  assert.equal(await asks(page), true);
  await onward(page, () => press(page, words['more-ways']));
  await page.getByRole('radio', { name: words['take-full'] }).check();
  await saved(page, () => press(page, words.download));
  await page.getByText(words.downloaded).waitFor();
  assert.equal(await asks(page), false);
  // Nobody asked, so the page loaded again.
  await done({ allowed: [/a request after loading/] });
});
