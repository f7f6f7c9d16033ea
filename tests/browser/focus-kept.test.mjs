// Whatever a person does by key, the focus is never lost: it stays, or goes to what is near and makes sense.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { scales } from './support/screens.mjs';
import { onward, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** A page, and ways to use it by key alone. `to` names what has the focus after a press, once `seen` is there. */
async function keyed(options) {
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: { reducedMotion: 'reduce' }, ...options });
  const button = (name) => page.getByRole('button', { name, exact: true }).first();
  const by = async (target, key, seen, to) => {
    await target.focus();
    await page.keyboard.press(key);
    await seen.waitFor();
    const now = await page.evaluate((to) => {
      const { activeElement } = document;
      const focused = activeElement.shadowRoot?.activeElement;
      if (!focused?.checkVisibility()) return `on ${(focused ?? activeElement).localName}`;
      return focused.matches(to) ? to : `on ${focused.localName}.${focused.className} “${focused.textContent}”`;
    }, to);
    assert.equal(now, to);
  };
  const through = async (part) => {
    await onward(page, () => page.getByRole('button', { name: `${words['parts-short']} ${words['parts-long']}` }).click());
    await onward(page, () => page.locator('.stages button', { hasText: guide.stages.find((stage) => stage.id === part).title }).click());
  };
  return { page, done, button, by, through };
}
const gone = (locator) => ({ waitFor: () => locator.waitFor({ state: 'detached' }) });

test('clearing a choice gives the focus to the choices, and a starter to the box it fills', async () => {
  const { page, done, button, by } = await keyed();
  await onward(page, () => press(page, words.start));
  await page.getByRole('radio').nth(1).press('Space');
  await by(button(words['clear-choice']), 'Enter', gone(page.locator('.after button')), 'input[type=radio]');
  await onward(page, () => press(page, words.continue));
  await by(page.locator('.chip').first(), 'Enter', page.getByRole('textbox'), 'textarea');
  await by(page.locator('summary'), 'Enter', page.locator('details[open]'), 'summary');
  await done();
});

test('a card taken off its pile keeps the focus on the card, and a choice of cards stays where it is', async () => {
  const { page, done, by, through } = await keyed();
  await onward(page, () => press(page, words.start));
  await through('life');
  await onward(page, () => press(page, words.continue));
  const card = page.locator('.card').nth(2);
  await by(card.getByRole('radio').first(), 'Space', card.locator('.cross'), '.card:nth-child(3) input');
  await by(card.getByRole('radio').first(), 'ArrowDown', page.locator('.more .choice'), '.card:nth-child(3) label:nth-child(2) input');
  await by(page.locator('.more input'), 'Space', page.locator('.more .choice.on'), '.more input');
  await by(card.locator('.cross'), 'Enter', gone(card.locator('.cross')), '.card:nth-child(3) input');
  await done();
});

test('rows of a plan come and go and the focus with them', async () => {
  const { page, done, button, by, through } = await keyed();
  await onward(page, () => press(page, words.start));
  await through('plan');
  await by(button(words['add-step']), 'Enter', page.locator('.step'), '.step:nth-of-type(1) textarea');
  await by(button(words['add-step']), 'Enter', page.locator('.step').nth(1), '.step:nth-of-type(2) textarea');
  await page.keyboard.type(`${CANARY} second`);
  await by(page.locator('.step').nth(0).locator('.plain'), 'Enter', gone(page.locator('.step').nth(1)), '.adds button:first-child');
  await by(button(words['put-back']), 'Enter', page.locator('.step').nth(1), '.step:nth-of-type(1) textarea');
  await by(page.locator('.step').nth(1).locator('.plain'), 'Enter', gone(page.locator('.step').nth(1)), '.adds button:first-child');
  await by(page.locator('.step').nth(0).locator('.plain'), 'Enter', gone(page.locator('.step')), '.adds button:first-child');
  await done();
});

test('in the summary the focus goes into the entry that is opened and back to its button', async () => {
  const { page, done, button, by } = await keyed();
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(`${CANARY} one`);
  await onward(page, () => press(page, words['my-summary']));
  await by(page.locator('.edit'), 'Enter', page.locator('.entry.open'), '.editing textarea');
  await by(page.locator('.edit'), 'Enter', gone(page.locator('.entry.open')), '.entry .edit');
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.resolve()));
  await by(button(words.copy), 'Enter', page.getByText(words.copied), '.btn');
  await by(button(words['copy-part']), 'Enter', page.getByText(words['copied-part']), '.acts .plain');
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))));
  await by(button(words.copy), 'Enter', page.locator('.notice textarea'), '.notice textarea');
  await by(button(words.download), 'Enter', gone(page.locator('.notice textarea')), '.btn');
  await done();
});

test('choosing what to share leaves the focus on what was chosen', async () => {
  const { page, done, by } = await keyed();
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(`${CANARY} one`);
  await onward(page, () => press(page, words['my-summary']));
  await by(page.locator('.share input').first(), 'ArrowDown', page.locator('.part.kept'), '.share label:nth-child(2) input');
  await by(page.locator('.share input').nth(1), 'ArrowDown', gone(page.locator('.part.kept')), '.share label:nth-child(1) input');
  await done();
});

test('the question before deleting has the focus while it stands, and gives it to the heading after', async () => {
  const { page, done, button, by } = await keyed();
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(`${CANARY} one`);
  await onward(page, () => press(page, words['my-summary']));
  await by(button(words.delete), 'Enter', page.locator('.delete'), '.ask');
  await by(button(words['delete-keep']), 'Enter', gone(page.locator('.delete')), 'h2');
  await by(button(words.delete), 'Enter', page.locator('.delete'), '.ask');
  await by(button(words['delete-yes']), 'Enter', page.getByText(words.deleted), 'h2');
  await done();
});

test('a number that is cleared gives the focus to the numbers', async () => {
  const { page, done, button, by } = await keyed({ before: (page) => page.addInitScript((guide) => {
    document.addEventListener('DOMContentLoaded', () => document.querySelector('what-matters').setGuide?.(guide));
  }, scales(guide)) });
  await onward(page, () => press(page, words.start));
  await page.getByRole('radio').nth(4).press('Space');
  await by(button(words['clear-number']), 'Enter', gone(page.locator('.after button')), '.scale input');
  await done();
});

test('when the program breaks under the hands, the focus is on the words that say so', async () => {
  const { page, done, by } = await keyed();
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(`${CANARY} half a thou`);
  await page.evaluate(() => document.addEventListener('keydown', () => document.querySelector('what-matters').rescue(), { capture: true, once: true }));
  await by(page.getByRole('textbox'), 'g', page.locator('textarea[readonly]'), 'h2');
  assert.match(await page.getByRole('textbox').inputValue(), new RegExp(`${CANARY} half a thou`));
  await done({ allowed: [/stopped/] });
});
