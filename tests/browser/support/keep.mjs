// Keeping words in the browser, as a person does it, and what they see of it.
import assert from 'node:assert/strict';
import { watch } from './canary.mjs';
import { words } from './tools.mjs';
import { onward, press } from './walk.mjs';

export const SIX = 'six plain words of mine';
export const FORMS = { tab: words['form-tab'], device: words['form-device'], none: words['form-none'] };

/** Where words may be that a person chose to keep until the tab closes. */
const KEPT = /^sessionStorage holds a person's words/;

/**
 * Opens a page of the site in a context, and holds it to a clean console, no errors, and no typed word where none may be but in the tab's storage.
 * Pages of one context are tabs of one browser.
 */
export async function tab(context, server, { path = '/embed/basic.html', before } = {}) {
  const canary = await watch(context);
  const page = await context.newPage();
  await canary.follow(page);
  const wrong = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await before?.(page);
  await page.goto(server.address + path);
  await ready(page);
  await canary.begin(page);
  const done = async (allowed = []) => {
    const held = await canary.found(page);
    assert.deepEqual([...wrong, ...held].filter((what) => ![KEPT, ...allowed].some((pattern) => pattern.test(what))), []);
    await page.close();
  };
  return { page, done };
}

/** The welcome screen stands, and all of the program is here: what was kept was looked for. */
export async function ready(page) {
  await page.getByRole('button', { name: new RegExp(`^(${words.start}|${words['carry-on']})$`) }).first().waitFor();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some((one) => /\.rest\.[0-9a-f]+\.wasm$/.test(one.name) && one.responseEnd > 0));
  // The button is held until the rest has looked: a screen that opens shows that it has.
  await press(page, words['my-summary']);
  await page.getByRole('button', { name: words['carry-on'], exact: true }).first().waitFor();
  await press(page, words['carry-on']);
}

/** Goes to the first box and writes in it. */
export async function begin(page, text) {
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await write(page, text);
}

export const write = (page, text) => page.getByRole('textbox').first().fill(text);

/** Chooses where words are kept, and waits for what is said of it. */
export async function choose(page, form, passphrase = SIX) {
  await page.locator('.kept').getByRole('button', { name: new RegExp(`^(${words['keep-here']}|${words['kept-change']})$`) }).click();
  await page.getByRole('radio', { name: FORMS[form] }).check();
  const box = page.getByRole('textbox', { name: words.passphrase });
  if (form === 'device') await box.fill(passphrase);
  await press(page, words['keep-use']);
  await page.locator('.screen.keep').waitFor({ state: 'detached' });
}

/** Opens what is kept on the device. */
export async function unlock(page, passphrase = SIX) {
  await press(page, words['kept-open']);
  await page.getByRole('textbox', { name: words.passphrase }).fill(passphrase);
  await press(page, words.unlock);
}

/** The line at the foot, once it says one of these. */
export const says = (page, ...keys) => page.locator('.kept > span').getByText(new RegExp(`^(${keys.map((key) => words[key]).join('|')})$`)).waitFor();

/** All that the site stores, by name. */
export const stored = (page) => page.evaluate(() => ({ tab: { ...sessionStorage }, device: { ...localStorage } }));

/** Waits until what is stored has changed, as it does a moment after something was written. */
export async function written(page, act) {
  const before = JSON.stringify(await stored(page));
  await act();
  await page.waitForFunction((then) => JSON.stringify({ tab: { ...sessionStorage }, device: { ...localStorage } }) !== then, before);
}

/** The words in the summary. */
export async function summary(page) {
  await press(page, words['my-summary']);
  await page.locator('.screen .question').getByText(words['my-summary'], { exact: true }).waitFor();
  const text = await page.locator('.screen').innerText();
  await press(page, words['carry-on']);
  return text;
}
