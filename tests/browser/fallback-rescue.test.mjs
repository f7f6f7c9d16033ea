// When something breaks midway: what a person wrote stands there to copy, and where to turn.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asked, chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { traces } from './support/leave.mjs';
import { onward, press } from './support/walk.mjs';

const text = `${CANARY} & “tea” <b>\n\nby the window`;

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** What a host's page might do to have it break for real: nothing can be put on the page any more, and something is. */
const takenApart = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('what-matters');
    Node.prototype.insertBefore = () => {
      throw new Error('of the page');
    };
    element.heading = '4';
  });

/** Breaks it, as a panic would, and looks at what a person is left with. */
async function rescued(page, breaks = () => page.evaluate(() => document.querySelector('what-matters').rescue())) {
  await breaks();
  await page.getByRole('heading', { name: 'Something broke' }).waitFor();
  const links = await page.locator('what-matters').getByRole('link').evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')]));
  assert.deepEqual(links, [[words['broke-999'], 'tel:999'], [words['broke-samaritans'], 'tel:116123']]);
  const told = await page.evaluate(() => window.events.filter(([kind]) => kind === 'trouble').map(([, detail]) => detail.code));
  assert.deepEqual(told, ['stopped']);
  return page.getByRole('textbox', { name: 'Your words' });
}

test('midway in a prompt, the words on the screen stand in a box to copy, and help numbers are links', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  const box = await rescued(page);
  assert.equal(await box.inputValue(), `${asked('fc-hope')}\n${text}`);
  assert.equal(await box.evaluate((box) => box.readOnly), true);
  await box.focus();
  await page.keyboard.press('Control+a');
  assert.equal(await box.evaluate((box) => box.value.slice(box.selectionStart, box.selectionEnd)), `${asked('fc-hope')}\n${text}`);
  await done({ allowed: [/stopped/] });
});

test('words of earlier screens are in the box, each under its question', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words['five-minutes']));
  await page.getByRole('textbox').fill(`${CANARY} Ama`);
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  await onward(page, () => press(page, words.continue));
  const kept = await (await rescued(page)).inputValue();
  assert.equal(kept, `${asked('fc-name')}\n${CANARY} Ama\n\n${asked('fc-matters')}\n${text}`);
  await done({ allowed: [/stopped/] });
});

test('words taken out again, and words deleted, are in no box', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  await onward(page, () => press(page, words['my-summary']));
  await press(page, words.delete);
  await onward(page, () => press(page, words['delete-yes']));
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').fill('');
  const box = await rescued(page);
  assert.equal(await box.count(), 0);
  await done({ allowed: [/stopped/] });
});

test('with nothing written there is no box, and the element stays as it is when it is moved', async () => {
  const { page, done } = await open(browser, server);
  const box = await rescued(page);
  assert.equal(await box.count(), 0);
  await page.evaluate(() => {
    const element = document.querySelector('what-matters');
    element.remove();
    document.body.append(element);
    element.setAttribute('route', 'short');
    element.restart();
  });
  await page.getByRole('heading', { name: 'Something broke' }).waitFor();
  assert.equal(await page.getByRole('heading', { level: 2 }).count(), 1);
  await done({ allowed: [/stopped/] });
});

test('words deleted are in no box, though nothing was written since', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words['five-minutes']));
  await page.getByRole('textbox').fill(`${CANARY} Ama`);
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  await onward(page, () => press(page, words['my-summary']));
  await press(page, words.delete);
  await onward(page, () => press(page, words['delete-yes']));
  assert.equal(await (await rescued(page)).count(), 0);
  assert.deepEqual(await traces(page, CANARY), []);
  await done({ allowed: [/stopped/] });
});

test('words of a conversation that the page began again are in no box', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  await onward(page, () => page.evaluate(() => document.querySelector('what-matters').restart()));
  assert.equal(await (await rescued(page)).count(), 0);
  await done({ allowed: [/stopped/] });
});

test('when the program breaks for real, the words stand in a box to copy, and no console and no event has them', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  const box = await rescued(page, () => takenApart(page));
  assert.equal(await box.inputValue(), `${asked('fc-hope')}\n${text}`);
  await done({ allowed: [/stopped/, /^console: failed to insert node/] });
});
