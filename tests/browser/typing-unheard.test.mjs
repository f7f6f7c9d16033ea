// What is written or dragged in a box by other ways than keys is not heard by the page either.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { begin } from './support/host.mjs';
import { CANARY, open } from './support/open.mjs';

const KINDS = ['textInput', 'compositionstart', 'compositionupdate', 'compositionend', 'beforeinput', 'input', 'dragstart', 'dragend', 'drop'];

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Begins, with the page and the box each listening to what they can hear. */
async function listening() {
  const opened = await open(browser, server);
  await begin(opened.page, CANARY);
  const box = opened.page.getByRole('textbox');
  await box.evaluate((box, kinds) => {
    window.heard = { box: [], page: [] };
    for (const kind of kinds) {
      box.addEventListener(kind, () => window.heard.box.push(kind));
      for (const on of [document.querySelector('what-matters'), document.body, document, window]) on.addEventListener(kind, () => window.heard.page.push(kind));
    }
  }, KINDS);
  return { ...opened, box, heard: () => opened.page.evaluate(() => window.heard) };
}

test('the page hears nothing of an input method, nor of the words it has made', async () => {
  const { page, context, box, heard, done } = await listening();
  await box.click();
  const cdp = await context.newCDPSession(page);
  for (const part of ['に', 'にほん']) await cdp.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
  await cdp.send('Input.insertText', { text: '日本' });
  await page.keyboard.type('!');
  assert.match(await box.inputValue(), /日本!/);
  const { box: inside, page: outside } = await heard();
  for (const kind of KINDS.slice(0, 6)) assert.ok(inside.includes(kind), `the box itself hears ${kind}: ${inside}`);
  assert.deepEqual(outside, []);
  await done();
});

test('the page hears nothing of words dragged from one place in a box to another', async () => {
  const { page, box, heard, done } = await listening();
  await box.fill(`${CANARY}\n\n\n`);
  await box.focus();
  await box.evaluate((box, length) => box.setSelectionRange(0, length), CANARY.length);
  const { x, y, height } = await box.boundingBox();
  await page.mouse.move(x + 40, y + 25);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 30, { steps: 4 });
  await page.mouse.move(x + 60, y + height - 20, { steps: 8 });
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector('what-matters').shadowRoot.querySelector('textarea').value.startsWith('\n'));
  const { box: inside, page: outside } = await heard();
  for (const kind of ['dragstart', 'drop', 'dragend']) assert.ok(inside.includes(kind), `the box itself hears ${kind}: ${inside}`);
  assert.deepEqual(outside, []);
  await done();
});
