// The person's exact words, set apart by one press from what the link worker put in short.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { open } from './support/open.mjs';
import { serve } from './support/server.mjs';
import { onward, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('marks go round what is selected, the writing goes on after them, and the summary holds them', async () => {
  const { page, done } = await open(browser, server, '/embed/session.html');
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  const box = page.locator('.place textarea');
  await box.fill('Said it is too quiet at home');
  await box.evaluate((area) => area.setSelectionRange(8, 20));
  await press(page, words.quote);
  assert.equal(await box.inputValue(), 'Said it “is too quiet” at home');
  await page.keyboard.type(',');
  assert.equal(await box.inputValue(), 'Said it “is too quiet”, at home');
  await onward(page, () => press(page, words['my-summary']));
  assert.match(await page.locator('.letter').innerText(), /Said it “is too quiet”, at home/);
  await done();
});
