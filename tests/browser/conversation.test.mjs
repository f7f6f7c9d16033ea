// The whole conversation, by mouse and by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { focused, onward, place, press, walk } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('a person goes through all of it by mouse and finds every word again', async () => {
  const { page, done } = await open(browser, server);
  const typed = await walk(page);
  assert.ok(typed.length > 15, `${typed.length} boxes were written in`);
  const letter = await page.locator('.letter').evaluate((letter) => letter.textContent);
  for (const text of typed) assert.ok(letter.includes(text), text);
  await onward(page, () => press(page, words.continue));
  await page.getByText(words['close-lead']).waitFor();
  await onward(page, () => press(page, words['my-summary']));
  await done();
});

test('a person goes through all of it by keyboard alone', async () => {
  const { page, done } = await open(browser, server);
  const tabTo = async (fits, most = 120) => {
    for (let at = 0; at < most; at += 1) {
      const now = await focused(page);
      if (now && fits(now)) return now;
      await page.keyboard.press('Tab');
    }
    throw new Error(`nothing to tab to on ${await place(page)}`);
  };
  await tabTo((now) => now.text === words.start);
  await onward(page, () => page.keyboard.press('Enter'));
  const typed = [];
  for (;;) {
    const here = await place(page);
    assert.equal((await focused(page))?.id, here.split(' ')[0], 'focus goes to the new heading');
    const kinds = await page.evaluate(() => {
      const answer = document.querySelector('what-matters').shadowRoot.querySelector('.screen');
      return { box: !!answer?.querySelector('textarea'), radio: !!answer?.querySelector('[type=radio]'), check: !!answer?.querySelector('[type=checkbox]'), cards: !!answer?.querySelector('.card') };
    });
    if (kinds.cards) {
      await tabTo((now) => now.type === 'radio');
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await tabTo((now) => now.type === 'checkbox');
      await page.keyboard.press('Space');
    } else if (kinds.check || kinds.radio) {
      await tabTo((now) => now.type === 'checkbox' || now.type === 'radio');
      await page.keyboard.press('Space');
    } else if (kinds.box) {
      await tabTo((now) => now.name === 'textarea');
      const text = `${CANARY} by key ${typed.length}`;
      await page.keyboard.type(text);
      typed.push(text);
    }
    const on = await tabTo((now) => now.text === words.continue || now.text === words['see-summary']);
    await onward(page, () => page.keyboard.press('Enter'));
    if (on.text === words['see-summary']) break;
  }
  const letter = await page.locator('.letter').evaluate((letter) => letter.textContent);
  for (const text of typed) assert.ok(letter.includes(text), text);
  await done();
});

test('parts and summary open from a prompt and return to it with the same words', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  const here = await place(page);
  const box = page.getByRole('textbox');
  await box.fill(`${CANARY} half a thou`);
  for (const name of [words['parts'], words['my-summary'], words.help]) {
    await onward(page, () => page.getByRole('button', { name }).first().click());
    await onward(page, () => press(page, words['carry-on']));
    assert.equal(await place(page), here);
    assert.equal(await box.inputValue(), `${CANARY} half a thou`);
  }
  await done();
});

test('an entry is edited in the summary, and emptied under the hands without the box going away', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(`${CANARY} one`);
  await onward(page, () => press(page, words['my-summary']));
  await page.getByRole('button', { name: words.edit }).first().click();
  const box = page.getByRole('textbox');
  await box.fill('');
  await box.fill(`${CANARY} two`);
  await page.getByRole('button', { name: words['edit-done'] }).first().click();
  await page.getByText(`${CANARY} two`).waitFor();
  assert.equal(await page.getByText(`${CANARY} one`).count(), 0);
  await done();
});
