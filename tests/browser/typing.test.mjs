// Typing: by hand, by an input method, by voice and by pasting, kept to the letter and never disturbed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { copied } from './support/out.mjs';
import { onward, place, press } from './support/walk.mjs';

const allowed = { permissions: ['clipboard-read', 'clipboard-write'] };

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Opens a page at the first box, with the caret in it. */
async function atBox(options = {}) {
  const opened = await open(browser, server, '/embed/basic.html', { context: allowed, ...options });
  const { page, context } = opened;
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  const box = page.getByRole('textbox');
  await box.click();
  return { ...opened, box, cdp: await context.newCDPSession(page) };
}

/** What stands in the letter, and on the clipboard under the same heading. */
async function kept(page) {
  await onward(page, () => press(page, words['my-summary']));
  const text = await copied(page, page.getByRole('button', { name: words.copy, exact: true }), words.copied);
  return { letter: await page.locator('.letter .own').first().evaluate((said) => said.textContent), text };
}

test('an input method composes without being disturbed, and its word stands where it was written', async () => {
  const { page, box, cdp, done } = await atBox();
  await box.fill('before  after');
  await box.evaluate((box) => box.setSelectionRange(7, 7));
  await box.evaluate((box) => {
    window.node = box;
    window.ended = 0;
    box.addEventListener('compositionend', () => (window.ended += 1));
  });
  for (const part of ['に', 'にほ', 'にほん', '日本']) {
    await cdp.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
    assert.equal(await box.inputValue(), `before ${part} after`);
    assert.deepEqual(await page.evaluate(() => [window.node.isConnected, window.ended, window.node.selectionStart]), [true, 0, 7 + part.length], 'the box, the composition and the caret stay');
  }
  await cdp.send('Input.insertText', { text: '日本語' });
  assert.equal(await box.inputValue(), 'before 日本語 after');
  assert.equal(await page.evaluate(() => window.ended), 1);
  await page.keyboard.type('!');
  const { letter, text } = await kept(page);
  assert.equal(letter, 'before 日本語! after');
  assert.ok(text.includes('before 日本語! after'));
  await done();
});

test('while an input method composes, Continue and Back still have what was composed', async () => {
  const { page, box, cdp, done } = await atBox();
  await cdp.send('Input.imeSetComposition', { text: '한국', selectionStart: 2, selectionEnd: 2 });
  await onward(page, () => press(page, words.continue));
  await onward(page, () => press(page, words.back));
  assert.equal(await box.inputValue(), '한국');
  await done();
});

const long = Array.from({ length: 400 }, (_, at) => `Line ${String(at).padStart(4, '0')} of what ${CANARY} has to say today.`).join('\n').padEnd(20_000, ' and so on').slice(0, 19_999) + '.';

test('twenty thousand characters pasted are kept whole', async () => {
  const { page, box, done } = await atBox();
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await page.keyboard.press('Control+v');
  assert.equal((await box.inputValue()).length, 20_000);
  const { letter, text } = await kept(page);
  assert.ok(letter === long, 'the letter holds it');
  assert.ok(text.includes(long), 'what is copied holds it');
  await done();
});

test('twenty thousand characters spoken are kept whole, and more after them', async () => {
  const { page, box, cdp, done } = await atBox();
  for (let at = 0; at < 20_000; at += 2_000) await cdp.send('Input.insertText', { text: long.slice(at, at + 2_000) });
  assert.ok((await box.inputValue()) === long);
  await page.keyboard.type(' More');
  const { letter, text } = await kept(page);
  assert.ok(letter === `${long} More`);
  assert.ok(text.includes(`${long} More`));
  await done();
});

test('no box has a length limit, and every one asks the browser neither to fill it in nor to check its spelling', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  const seen = new Set();
  for (;;) {
    await page.locator('.screen [type=checkbox]:not([aria-disabled]), .screen label:nth-of-type(2) [type=radio]').evaluateAll((choices) => choices.forEach((choice) => choice.click()));
    const add = page.getByRole('button', { name: words['add-step'], exact: true });
    if (await add.count()) await add.click();
    const boxes = await page.locator('.wm textarea, .wm input:not([type=radio], [type=checkbox])').evaluateAll((boxes) =>
      boxes.map((box) => [box.id, box.localName, box.autocomplete, box.getAttribute('spellcheck'), box.maxLength, box.dir]));
    for (const [id, ...asks] of boxes) {
      assert.deepEqual(asks, ['textarea', 'off', 'false', -1, 'auto'], id);
      seen.add(id);
    }
    const last = await page.getByRole('button', { name: words['see-summary'], exact: true }).count();
    await onward(page, () => press(page, last ? words['see-summary'] : words.continue));
    if (last) break;
  }
  assert.ok(seen.size > 20, `${seen.size} boxes were looked at`);
  await done();
});

test('Back and forth keeps what is in each box', async () => {
  const { page, box, done } = await atBox();
  const first = await place(page);
  await box.fill(`${CANARY} first\n`);
  await onward(page, () => press(page, words.continue));
  await onward(page, () => press(page, words.continue));
  const second = await place(page);
  assert.notEqual(second, first);
  await box.fill(`  ${CANARY} second`);
  for (let times = 0; times < 2; times += 1) {
    await onward(page, () => press(page, words.back));
    await onward(page, () => press(page, words.back));
    assert.equal(await place(page), first);
    assert.equal(await box.inputValue(), `${CANARY} first\n`);
    await onward(page, () => press(page, words.continue));
    await onward(page, () => press(page, words.continue));
    assert.equal(await box.inputValue(), `  ${CANARY} second`);
  }
  await done();
});
