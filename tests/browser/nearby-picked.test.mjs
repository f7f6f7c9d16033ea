// What was picked of what is nearby: taken out and put back, and more of what was found.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, show, toIdeas } from './support/nearby.mjs';
import { serve } from './support/server.mjs';
import { chromium, words } from './support/tools.mjs';
import { focused, onward, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('what was picked is taken out and put back by keyboard, and the focus stays with it, here and in the summary', async () => {
  const { page, done } = await opened(browser, server);
  await toIdeas(page);
  await show(page);
  const first = page.locator('.option').first();
  const name = await first.locator('.sub').textContent();
  await first.getByRole('button', { name: words['nearby-later'], exact: true }).press('Enter');
  await page.getByRole('button', { name: words['nearby-others'], exact: true }).press('Enter');
  await page.locator('.picked').waitFor();
  const takeOut = page.locator('.picked').getByRole('button', { name: `${words['take-out']} ${name}`, exact: true });
  const undo = page.getByRole('button', { name: words['put-back'], exact: true });
  const back = async () => {
    await page.getByText(words['nearby-taken-out'], { exact: true }).waitFor();
    assert.equal(await takeOut.count(), 0);
    assert.notEqual(await focused(page), null, 'what was pressed is gone, and the focus is somewhere');
    await undo.press('Enter');
    await takeOut.waitFor();
    assert.equal((await focused(page)).text, name);
    assert.equal(await undo.count(), 0);
  };
  await takeOut.press('Enter');
  await back();
  await onward(page, () => press(page, words['my-summary']));
  const part = page.locator('.part').filter({ hasText: name });
  await part.getByRole('button', { name: new RegExp(`^${words.edit}`) }).last().click();
  await takeOut.press('Enter');
  await back();
  await done();
});

test('who wants to see more goes on with the first that was not there', async () => {
  const { page, done } = await opened(browser, server);
  await toIdeas(page);
  await onward(page, () => press(page, words['nearby-all']));
  const names = page.locator('.option > .sub');
  await names.first().waitFor();
  for (let shown = await names.count(); ; ) {
    await page.getByRole('button', { name: words['nearby-show-more'], exact: true }).press('Enter');
    await names.nth(shown).waitFor();
    assert.equal((await focused(page)).text, await names.nth(shown).textContent());
    shown = await names.count();
    if (shown > 20) break;
  }
  await page.getByRole('textbox').first().fill('sober');
  await page.waitForFunction(() => document.querySelector('what-matters').shadowRoot.querySelectorAll('.option').length < 10);
  assert.equal((await focused(page)).name, 'input', 'who types goes on typing');
  await done();
});
