// *Keep on this device*: nothing is stored before the choice; after it, the words come back, and only to the person.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';
import { SIX, begin, choose, ready, says, stored, summary, tab, unlock, write, written } from './support/keep.mjs';
import { focused, onward, press } from './support/walk.mjs';

const text = `${CANARY} by the window`;
const PAGES = {
  '/off.html': host(element('keep="off"')),
  '/limited.html': host(element('keep="tab" keep-for="60"')),
  '/two.html': host(`${element()}<what-matters id="second"></what-matters>`),
};

let browser, server, context;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path])])));
after(() => Promise.all([browser?.close(), server?.close()]));
const fresh = async () => {
  await context?.close();
  context = await browser.newContext();
  return context;
};

test('nothing is stored before the choice is made, however much is written and looked at', async () => {
  const { page, done } = await tab(await fresh(), server);
  await begin(page, `${text} `.repeat(30));
  await says(page, 'kept-nowhere');
  await press(page, words['my-summary']);
  await press(page, words['keep-here']);
  await page.getByRole('radio', { name: words['form-device'] }).check();
  await page.getByRole('textbox', { name: words.passphrase }).fill(text);
  await press(page, words['not-now']);
  assert.deepEqual(await stored(page), { tab: {}, device: {} });
  await done();
});

test('kept in the tab, the words are there when the page loads again, at the same prompt', async () => {
  const { page, done } = await tab(await fresh(), server);
  await begin(page, text);
  await choose(page, 'tab');
  await says(page, 'kept-tab');
  await written(page, () => write(page, `${text} and more`));
  await page.reload();
  await page.getByRole('button', { name: words['carry-on'], exact: true }).waitFor();
  await press(page, words['carry-on']);
  assert.equal(await page.getByRole('textbox').first().inputValue(), `${text} and more`);
  await says(page, 'kept-tab');
  const other = await tab(context, server);
  assert.equal(await other.page.getByRole('button', { name: words['carry-on'], exact: true }).count(), 0, 'another tab knows nothing of it');
  await other.done();
  await done();
});

test('what was typed a moment ago is written as the page is put away', async () => {
  const { page, done } = await tab(await fresh(), server);
  await begin(page, text);
  await choose(page, 'tab');
  await written(page, () => write(page, text.slice(0, -1)));
  await page.evaluate(() => {
    const area = document.querySelector('what-matters').shadowRoot.querySelector('textarea');
    area.value += '!!';
    area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    location.reload();
  });
  await page.getByRole('button', { name: words['carry-on'], exact: true }).waitFor();
  await press(page, words['carry-on']);
  assert.equal(await page.getByRole('textbox').first().inputValue(), `${text.slice(0, -1)}!!`);
  await done();
});

test('kept on the device, nobody reads it without the passphrase, and with it all of it is there', async () => {
  const { page, done } = await tab(await fresh(), server);
  await begin(page, text);
  await choose(page, 'device');
  await says(page, 'kept-device');
  const lies = JSON.stringify(await stored(page));
  assert.ok(!lies.includes(CANARY) && !lies.includes('fc-hope'), lies);
  await done();
  const { page: later, done: closed } = await tab(context, server);
  await unlock(later, 'another passphrase');
  await later.getByText(words['kept-not-unlocked']).first().waitFor();
  assert.ok(!(await later.locator('what-matters').innerHTML()).includes(CANARY));
  await later.getByRole('textbox', { name: words.passphrase }).fill(SIX);
  await press(later, words.unlock);
  await later.locator('.kept').waitFor();
  assert.equal(await later.getByRole('textbox').first().inputValue(), text);
  await says(later, 'kept-device');
  await closed();
});

test('deleting everything leaves nothing stored, and the page says so', async () => {
  for (const form of ['tab', 'device']) {
    const { page, done } = await tab(await fresh(), server);
    await page.evaluate(() => localStorage.setItem('basket', '3 apples'));
    await begin(page, text);
    await choose(page, form);
    await press(page, words['my-summary']);
    await press(page, words.delete);
    await press(page, words['delete-yes']);
    await page.getByText(words.deleted).first().waitFor();
    assert.deepEqual(await stored(page), { tab: {}, device: { basket: '3 apples' } });
    await done();
  }
});

test('a host that allows no keeping: nothing offers it, and no storage is touched', async () => {
  const { page, done } = await tab(await fresh(), server, {
    path: '/off.html',
    before: (page) =>
      page.addInitScript(() => {
        window.asked = 0;
        for (const name of ['getItem', 'setItem', 'key', 'removeItem']) {
          const own = Storage.prototype[name];
          Storage.prototype[name] = function (...all) {
            window.asked += 1;
            return own.apply(this, all);
          };
        }
      }),
  });
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await write(page, text);
  assert.equal(await page.getByRole('button', { name: words['keep-here'] }).count(), 0);
  assert.equal(await page.evaluate(() => window.asked), 0);
  await done();
});

test('a time limit is told before the choice, and what outstayed it is gone when the page loads', async () => {
  const { page, done } = await tab(await fresh(), server, { path: '/limited.html' });
  await begin(page, text);
  await press(page, words['keep-here']);
  await page.getByText(words['keep-for'].replace('{time}', words['time-hour'])).waitFor();
  assert.equal(await page.getByRole('radio', { name: words['form-device'] }).count(), 0);
  await press(page, words['not-now']);
  await choose(page, 'tab');
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 61 * 60_000;
  });
  await page.reload();
  await ready(page);
  assert.equal(await page.getByRole('button', { name: words['carry-on'], exact: true }).count(), 0);
  assert.deepEqual(await stored(page), { tab: {}, device: {} });
  await done();
});

test('two on one page keep their words apart, and each takes up its own', async () => {
  const { page, done } = await tab(await fresh(), server, { path: '/two.html' });
  const each = (act) => [0, 1].reduce((before, at) => before.then(() => act(page.locator('what-matters').nth(at), at)), Promise.resolve());
  const click = (root, name) => root.getByRole('button', { name, exact: true }).first().click();
  await each(async (root, at) => {
    await click(root, words.start);
    await click(root, words.continue);
    await root.getByRole('textbox').fill(`${CANARY} ${at}`);
    await root.locator('.kept').getByRole('button').click();
    await root.getByRole('radio', { name: words['form-tab'] }).check();
    await click(root, words['keep-use']);
    await root.locator('.kept > span').getByText(words['kept-tab']).waitFor();
  });
  await page.reload();
  const seen = [];
  await each(async (root) => {
    await click(root, words['carry-on']);
    seen.push(await root.getByRole('textbox').inputValue());
  });
  assert.deepEqual(seen.sort(), [`${CANARY} 0`, `${CANARY} 1`]);
  await done();
});

test('by keyboard alone: the choice is reached, made and left, and the focus is never lost', async () => {
  const { page, done } = await tab(await fresh(), server);
  await begin(page, text);
  await page.locator('.kept').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: words['form-none'] }).waitFor();
  assert.equal((await focused(page)).text, words['keep-here']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getByRole('radio', { name: words['form-device'] }).isChecked(), true);
  assert.equal((await focused(page)).type, 'radio', 'what comes up below takes no focus away');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('what-matters').shadowRoot.querySelector('input.words').value.split(' ').length === 6);
  assert.equal((await focused(page)).text, words['use-offered'], 'nor does a press that fills the box');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(SIX);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).text, words['keep-use']);
  await page.keyboard.press('Enter');
  await says(page, 'kept-device');
  assert.ok(await focused(page));
  assert.ok((await summary(page)).includes(text));
  await done();
});
