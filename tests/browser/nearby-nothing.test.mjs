// Someone who chose nothing before ideas: what they are told is so, and they can still look, choose, and say that nothing fits.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { nothing, seen } from './support/axe.mjs';
import { allOfIt, pastChoices, search } from './support/looking.mjs';
import { opened } from './support/nearby.mjs';
import { focused, onward, place, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const options = (page) => page.locator('.option');

/** Asks for ideas with nothing chosen. */
async function asked() {
  const own = await opened(browser, server);
  const { page } = own;
  await onward(page, () => press(page, words.start));
  await pastChoices(page);
  await press(page, words['nearby-show']);
  await page.locator('.ideas').getByRole('status').filter({ hasText: words['nearby-none'] }).waitFor();
  return own;
}

test('who chose nothing is told where ideas come from, is offered none, and is not left without a place', async () => {
  const { page, done } = await asked();
  assert.equal(await options(page).count(), 0);
  assert.equal((await focused(page)).name, 'h2', 'the button that was pressed is gone, and the question has the focus');
  for (const gone of ['nearby-show', 'nearby-others', 'nearby-again', 'nearby-leaflet']) assert.equal(await page.getByRole('button', { name: words[gone], exact: true }).count(), 0, gone);
  nothing(await seen(page));
  const here = await place(page);
  await onward(page, () => press(page, words.continue));
  await onward(page, () => press(page, words.back));
  assert.equal(await place(page), here);
  await page.getByText(words['nearby-none']).waitFor();
  await done();
});

test('who chose nothing finds what they look for all the same, and what they want of it stands in the summary', async () => {
  const { page, done } = await asked();
  await allOfIt(page);
  await search(page).fill('benefits check');
  const card = options(page).filter({ hasText: 'Benefits check' }).first();
  await card.getByRole('button', { name: words['nearby-more'], exact: true }).click();
  await onward(page, () => press(page, words['carry-on']));
  await page.locator('.picked').getByText('Benefits check').first().waitFor();
  assert.ok(!(await page.locator('.ideas').innerText()).includes(words['nearby-because'].split('{')[0]), 'nothing is said to follow from a choice');
  await onward(page, () => press(page, words['my-summary']));
  assert.ok((await page.locator('.screen').innerText()).includes('Benefits check'));
  await done();
});

test('who chose nothing can say that nothing fits, which is a gap in what is on offer, and choosing something then brings ideas', async () => {
  const { page, done } = await asked();
  await page.getByRole('checkbox', { name: words['nearby-none-fit'] }).check();
  await onward(page, () => press(page, words['my-summary']));
  const summary = await page.locator('.screen').innerText();
  assert.ok(summary.includes(words['summary-ideas-none']), summary);
  await onward(page, () => press(page, words['carry-on']));
  await onward(page, () => press(page, words.back));
  await onward(page, () => press(page, words.back));
  await page.getByRole('checkbox', { name: 'Being outdoors', exact: true }).check();
  for (let prompt = 0; prompt < 2; prompt += 1) await onward(page, () => press(page, words.continue));
  await options(page).first().waitFor();
  assert.equal(await options(page).count(), 3);
  assert.ok((await options(page).first().textContent()).includes(words['nearby-because'].replace('{chosen}', 'Being outdoors')));
  assert.ok(await page.getByRole('checkbox', { name: words['nearby-none-fit'] }).isChecked(), 'what was said stays said until it is taken back');
  await done();
});
