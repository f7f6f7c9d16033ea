// The program broke while words were kept: after *Carry on* the screen says what is so, and what was kept is neither lost nor kept twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { arm, broken, carriedOn, leftWith, opened } from './support/fault.mjs';
import { SIX, choose, ready, says, stored, tab, unlock, written } from './support/keep.mjs';
import { CANARY } from './support/open.mjs';
import { onward, press } from './support/walk.mjs';

const OTHER = 'six other words of mine';
const BEFORE = `${CANARY} before`;
const LAST = `${CANARY} when it broke`;
const LATER = `${CANARY} later on`;

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), broken()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const box = (page) => page.locator('what-matters .screen textarea').first();
/** How many conversations are kept: each has two slots. */
const conversations = (all) => new Set(Object.keys(all).map((name) => name.replace(/:[ab]$/, ''))).size;

/** Keeps words, breaks it with newer ones in the box, and carries on. */
async function carriesOn(form) {
  const own = await opened(browser, server, '/host.html', { keeps: form });
  const { page } = own;
  await onward(page, () => press(page, words.start));
  await box(page).fill(BEFORE);
  await choose(page, form);
  await says(page, `kept-${form}`);
  await arm(page, 'event-act');
  await box(page).fill(LAST);
  await carriedOn(page, await leftWith(page));
  assert.equal(await box(page).inputValue(), LAST);
  return own;
}

/** Another tab of the same browser. */
const another = (context) => tab(context, server, { path: '/host.html' });

test('what is kept in the tab is kept on there after carrying on, without a word, and once', async () => {
  const { page, done } = await carriesOn('tab');
  await says(page, 'kept-tab');
  await page.waitForFunction((last) => JSON.stringify({ ...sessionStorage }).includes(last), LAST);
  await written(page, () => box(page).fill(LATER));
  assert.equal(conversations((await stored(page)).tab), 1);
  await page.reload();
  await ready(page);
  await press(page, words['carry-on']);
  assert.equal(await box(page).inputValue(), LATER);
  await says(page, 'kept-tab');
  await done(/^a request after loading/);
});

test('what is kept on the device is kept on no more after carrying on: it is said, and what was kept opens another day', async () => {
  const { page, context, done } = await carriesOn('device');
  await page.locator('.notice').getByText(words['kept-before']).waitFor();
  await says(page, 'kept-nowhere');
  const before = await stored(page);
  await onward(page, () => press(page, words.continue));
  assert.deepEqual(await stored(page), before);
  const other = await another(context);
  await unlock(other.page);
  await other.page.locator('.kept').waitFor();
  assert.equal(await box(other.page).inputValue(), BEFORE);
  await other.done();
  await done();
});

for (const [what, passphrase] of [['the same passphrase', SIX], ['another passphrase', OTHER]]) {
  test(`kept on the device anew with ${what}, the words take the place of what was kept there`, async () => {
    const { page, context, done } = await carriesOn('device');
    const before = await stored(page);
    await choose(page, 'device', passphrase);
    await says(page, 'kept-device');
    const now = await stored(page);
    assert.equal(conversations(now.device), 1);
    assert.ok(Object.keys(before.device).every((name) => !(name in now.device)));
    await written(page, () => box(page).fill(LATER));
    const other = await another(context);
    await unlock(other.page);
    if (passphrase === OTHER) {
      await other.page.getByText(words['kept-not-unlocked']).first().waitFor();
      await other.page.getByRole('textbox', { name: words.passphrase }).fill(OTHER);
      await press(other.page, words.unlock);
    }
    await other.page.locator('.kept').waitFor();
    assert.equal(await box(other.page).inputValue(), LATER);
    await other.done();
    await done();
  });
}
