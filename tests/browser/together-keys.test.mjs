// The worker's keys: letters outside a box, two keys inside one, and none where they are off or where the page has its own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asked, chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';
import { at, button, out, session } from './support/together.mjs';
import { focused, onward, place } from './support/walk.mjs';

const LETTERS = [...'nblcrwtjpsoh?'];
const NARROW = { context: { viewport: { width: 480, height: 900 } } };

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const heading = (page, text) => page.getByRole('heading', { name: text, exact: true, level: 2 }).waitFor();
/** What each letter brings up, from the prompt on what matters, and how to come back from there. */
const BRINGS = {
  n: [(page) => heading(page, asked('fc-soon')), 'b'],
  b: [(page) => heading(page, asked('fc-comms')), 'n'],
  l: [(page) => heading(page, asked('fc-soon')), 'b'],
  c: [(page) => page.locator('.cue-sheet').waitFor(), 'c'],
  r: [(page) => page.getByText(words['sayings-reflect']).waitFor(), 'r'],
  w: [(page) => page.locator('.so-far').getByText(CANARY).waitFor(), 'w'],
  t: [(page) => page.locator('.turned').waitFor(), 't'],
  j: [(page) => heading(page, words.jump), 'Escape'],
  p: [(page) => heading(page, words.parts), 'Escape'],
  s: [(page) => heading(page, words['my-summary']), 'Escape'],
  o: [(page) => page.getByRole('button', { name: words['by-phone'], pressed: true }).waitFor(), 'o'],
  h: [(page) => heading(page, words.help), 'Escape'],
  '?': [(page) => heading(page, words.keys), 'Escape'],
};

/** All that a letter could change, in one text. */
const state = (page) => page.evaluate(() => {
  const root = document.querySelector('what-matters').shadowRoot;
  return root.querySelector('.wm').innerHTML + [...root.querySelectorAll('textarea')].map((box) => box.value).join();
});

/** At the prompt on what matters, with words in its box and the focus on the heading. */
async function outside(options) {
  const opened = await session(browser, server, options);
  await at(opened.page, 'fc-matters');
  await opened.page.keyboard.type(`${CANARY} and the dog`);
  await out(opened.page);
  return opened;
}

test('each letter does what it is listed for, outside a box', async () => {
  const { page, done } = await outside(NARROW);
  assert.deepEqual(Object.keys(BRINGS).toSorted(), LETTERS.toSorted());
  for (const [letter, [comes, back]] of Object.entries(BRINGS)) {
    await page.keyboard.press(letter);
    await comes(page);
    // A letter is no key in the box that a prompt or a search opens with.
    if (/[nbl]/.test(letter)) await page.keyboard.press('Escape');
    if (letter === 'j') await page.keyboard.press('Escape');
    await page.keyboard.press(back);
    await heading(page, asked('fc-matters'));
    if ((await focused(page))?.name === 'textarea') await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('textbox').first().inputValue(), `${CANARY} and the dog`, letter);
  }
  await done();
});

test('every key is listed, the two that always work first', async () => {
  const { page, done } = await outside();
  await page.keyboard.press('?');
  await heading(page, words.keys);
  assert.deepEqual(await page.locator('kbd').allTextContents(), [words['key-ctrl-enter'], words['key-escape'], ...LETTERS]);
  assert.equal(await page.locator('.signs dd').count(), LETTERS.length + 2);
  await done();
});

test('in a box a letter is a letter; Escape leaves it with its words, and Control and Enter goes on', async () => {
  const { page, done } = await session(browser, server);
  await at(page, 'fc-matters');
  const here = await place(page);
  await page.keyboard.type(LETTERS.join(''));
  assert.equal(await page.getByRole('textbox').inputValue(), LETTERS.join(''));
  assert.equal(await place(page), here);
  await out(page);
  assert.equal(await page.getByRole('textbox').inputValue(), LETTERS.join(''));
  await page.getByRole('textbox').focus();
  await onward(page, () => page.keyboard.press('Control+Enter'));
  await heading(page, asked('fc-soon'));
  await done();
});

test('with Control, Alt or Meta a letter is left to the browser', async () => {
  const { page, done } = await outside();
  await page.evaluate(() => {
    window.left = [];
    window.addEventListener('keydown', (event) => event.key.length === 1 && window.left.push(event), true);
  });
  const before = await state(page);
  for (const held of ['Control', 'Alt', 'Meta']) for (const letter of LETTERS) await page.keyboard.press(`${held}+${letter}`);
  assert.equal(await state(page), before);
  const left = await page.evaluate(() => window.left.filter((event) => !event.defaultPrevented).map((event) => event.key));
  assert.deepEqual(left, [...LETTERS, ...LETTERS, ...LETTERS]);
  await done();
});

test('a letter that is held down counts once, and nothing of it comes into the box that it opens', async () => {
  const { page, done } = await outside();
  const from = await place(page);
  await page.keyboard.down('n');
  await page.waitForFunction(() => document.querySelector('what-matters').shadowRoot.activeElement?.localName === 'textarea');
  for (let times = 0; times < 5; times += 1) await page.keyboard.down('n');
  await page.keyboard.up('n');
  await page.keyboard.type('no');
  await heading(page, asked('fc-soon'));
  assert.equal(await page.getByRole('textbox').first().inputValue(), 'no');
  assert.notEqual(await place(page), from);
  await done();
});

test('the host turns the letters off by an attribute, and what always works still does', async () => {
  const { page, done } = await session(browser, server);
  await page.locator('what-matters').evaluate((element) => element.setAttribute('keys', 'off'));
  await page.getByText(words['together-keys']).waitFor({ state: 'detached' });
  await button(page, words.start).click();
  await page.getByRole('textbox', { name: words['room-others'] }).waitFor();
  await out(page);
  const before = await state(page);
  for (const letter of LETTERS) await page.keyboard.press(letter);
  assert.equal(await state(page), before);
  await onward(page, () => button(page, words.keys).click());
  await page.getByText(words['keys-hint-off']).waitFor();
  assert.equal(await page.locator('kbd').count(), 2);
  assert.equal(await button(page, words['keys-on']).count(), 0, 'the host has said so');
  await onward(page, () => page.keyboard.press('Escape'));
  await onward(page, () => page.keyboard.press('Control+Enter'));
  await heading(page, asked('fc-hope'));
  await done();
});

test('the worker turns the letters off in the list of keys, and on again', async () => {
  const { page, done } = await outside();
  await page.keyboard.press('?');
  await button(page, words['keys-off']).press('Enter');
  await page.getByText(words['keys-hint-off']).waitFor();
  await onward(page, () => page.keyboard.press('Escape'));
  await heading(page, asked('fc-matters'));
  const before = await state(page);
  for (const letter of LETTERS) await page.keyboard.press(letter);
  assert.equal(await state(page), before);
  await onward(page, () => button(page, words.keys).click());
  await button(page, words['keys-on']).press('Enter');
  await page.getByText(words['keys-hint'], { exact: true }).waitFor();
  await onward(page, () => page.keyboard.press('n'));
  await heading(page, asked('fc-matters'));
  await onward(page, () => page.keyboard.press('n'));
  await heading(page, asked('fc-soon'));
  await done();
});

test('a letter sets off no shortcut of the page, and is not typed into the box that it opens', async () => {
  const { page, done } = await outside();
  await page.evaluate(() => {
    window.fired = [];
    for (const on of [document.body, document, window]) {
      for (const kind of ['keydown', 'keypress', 'keyup']) on.addEventListener(kind, (event) => event.key.length === 1 && window.fired.push(`${kind} ${event.key}`));
    }
  });
  await onward(page, () => page.keyboard.press('n'));
  assert.equal((await focused(page)).name, 'textarea');
  assert.equal(await page.getByRole('textbox').first().inputValue(), '');
  await out(page);
  await onward(page, () => page.keyboard.press('j'));
  assert.equal(await page.getByRole('textbox').inputValue(), '');
  await page.keyboard.press('Escape');
  await onward(page, () => page.keyboard.press('Escape'));
  for (const letter of [...'crwo?']) await page.keyboard.press(letter);
  await heading(page, words.keys);
  assert.deepEqual(await page.evaluate(() => window.fired), []);
  await done();
});

test('alone, a letter is no key at all', async () => {
  const { page, done } = await outside();
  await page.locator('what-matters').evaluate((element) => element.setAttribute('mode', 'alone'));
  await page.locator('.cue').waitFor({ state: 'detached' });
  const before = await state(page);
  for (const letter of LETTERS) await page.keyboard.press(letter);
  assert.equal(await state(page), before);
  await done();
});
