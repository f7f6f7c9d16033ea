// What a person does in the element on a page that is in their way: they choose, write, go on and back, and read what they said.
import assert from 'node:assert/strict';
import { guide, words } from './tools.mjs';
import { CANARY } from './open.mjs';
import { onward, press } from './walk.mjs';

/** Words with the letters that pages take for shortcuts. */
export const CHOSEN = `${CANARY} beside a choice`;
export const WRITTEN = `${CANARY} key jokes, eh? and/or tea`;

/** Begins, takes a choice and writes beside it, goes on, and comes to a box. */
export async function begins(page) {
  await onward(page, () => press(page, words.start));
  await page.getByRole('radio').nth(1).check();
  await page.locator('.told textarea').fill(CHOSEN);
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').click();
}

/** The same, and writes in the box by key. */
export async function written(page) {
  await begins(page);
  await page.keyboard.type(WRITTEN);
}

/** Goes on and back, and reads both in the summary. */
export async function finishes(page) {
  const box = page.getByRole('textbox');
  assert.equal(await box.inputValue(), WRITTEN);
  await onward(page, () => press(page, words.continue));
  await onward(page, () => press(page, words.back));
  assert.equal(await box.inputValue(), WRITTEN);
  await onward(page, () => press(page, words.back));
  assert.equal(await page.getByRole('radio').nth(1).isChecked(), true);
  assert.equal(await box.inputValue(), CHOSEN);
  await onward(page, () => press(page, words['my-summary']));
  assert.ok((await page.locator('.letter .own').allTextContents()).includes(WRITTEN));
}
