// Row H: several tabs of one site. None reads another's words, and none writes over them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';
import { begin, choose, ready, says, stored, tab, unlock, write, written } from './support/keep.mjs';
import { press } from './support/walk.mjs';

const PAGES = {
  '/plain.html': () => host(element()),
  '/outside.html': () => host(`<iframe src="${server.address.replace('127.0.0.1', 'plain.test')}/plain.html" title="Questions" style="inline-size: 100%; block-size: 900px"></iframe>`),
};
let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

const mine = (nth) => `${CANARY} of tab ${nth}.`;
const box = (page) => page.getByRole('textbox').first().inputValue();

/** So many tabs, each with words of its own, kept in this form. */
async function tabs(context, count, form) {
  const all = [];
  for (let nth = 0; nth < count; nth += 1) {
    const one = await tab(context, server, { path: '/plain.html' });
    await begin(one.page, mine(nth));
    await choose(one.page, form, `six plain words of ${nth}`);
    await says(one.page, `kept-${form}`);
    all.push(one);
  }
  return all;
}

for (const [count, form] of [[2, 'tab'], [5, 'device'], [20, 'tab']]) {
  test(`${count} tabs, kept ${form === 'tab' ? 'in each' : 'on the device'}: each gets back its own words and no other's`, async () => {
    const context = await browser.newContext();
    const all = await tabs(context, count, form);
    for (const [nth, { page }] of all.entries()) await written(page, () => write(page, `${mine(nth)} And more.`));
    for (const [nth, { page, done }] of all.entries()) {
      await page.reload();
      if (form === 'device') await ready(page).then(() => unlock(page, `six plain words of ${nth}`));
      else await page.getByRole('button', { name: words['carry-on'], exact: true }).first().click();
      await page.locator('.kept').waitFor();
      assert.equal(await box(page), `${mine(nth)} And more.`);
      await done();
    }
    await context.close();
  });
}

test('the same words opened in two tabs become two, and neither is written over', async () => {
  const context = await browser.newContext();
  const [first] = await tabs(context, 1, 'device');
  const second = await tab(context, server, { path: '/plain.html' });
  await unlock(second.page, 'six plain words of 0');
  await second.page.locator('.kept').waitFor();
  for (const [at, { page }] of [first, second, first].entries()) await written(page, () => write(page, `${mine(at)} Still here.`));
  await says(first.page, 'kept-device');
  await says(second.page, 'kept-device');
  const names = Object.keys((await stored(first.page)).device).map((name) => name.split(':')[1]);
  assert.equal(new Set(names).size, 2);
  const seen = [];
  for (let at = 0; at < 2; at += 1) {
    const later = await tab(context, server, { path: '/plain.html' });
    await unlock(later.page, 'six plain words of 0');
    await later.page.locator('.kept').waitFor();
    seen.push(await box(later.page));
    // What was opened is taken away, so that the passphrase opens the other.
    await choose(later.page, 'none');
    await later.done();
  }
  assert.deepEqual(seen.sort(), [`${mine(1)} Still here.`, `${mine(2)} Still here.`]);
  await context.close();
});

test('what one tab deletes no other brings back, and its words stay on its page', async () => {
  const context = await browser.newContext();
  const [one, other] = await tabs(context, 2, 'device');
  // As the settings of a browser do it, without a word to the page.
  await other.page.evaluate(() => localStorage.clear());
  await write(one.page, `${mine(0)} And more.`);
  await says(one.page, 'not-kept-gone');
  await write(one.page, `${mine(0)} And still more.`);
  await one.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await one.page.locator('.kept').getByRole('button', { name: words.download, exact: true }).waitFor();
  assert.equal(await box(one.page), `${mine(0)} And still more.`);
  const left = (await stored(other.page)).device;
  assert.ok(!JSON.stringify(left).includes('kept 1') || Object.keys(left).length <= 2, 'only what the other tab has written since');
  await context.close();
});

test('a page of a newer version in another tab: what it keeps is left as it is', async () => {
  const context = await browser.newContext();
  const [one] = await tabs(context, 1, 'device');
  const newer = await context.newPage();
  await newer.goto(`${server.address}/paper/first-conversation.html`);
  const then = await newer.evaluate(() => {
    for (const [name, value] of Object.entries(localStorage)) localStorage.setItem(name, value.replace('kept 1', 'kept 7'));
    return { ...localStorage };
  });
  await written(one.page, () => write(one.page, `${mine(0)} And more.`));
  await says(one.page, 'kept-device');
  const now = (await stored(one.page)).device;
  for (const [name, value] of Object.entries(then)) assert.equal(now[name], value);
  assert.ok(Object.keys(now).length > Object.keys(then).length);
  await one.done();
  await context.close();
});

test('both take their summary out at once, and each file holds its own', async () => {
  const context = await browser.newContext();
  const all = await tabs(context, 2, 'tab');
  const files = await Promise.all(
    all.map(async ({ page }) => {
      await press(page, words['my-summary']);
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, words.download)]);
      const stream = await download.createReadStream();
      return (await stream.toArray()).join('');
    }),
  );
  for (const [nth, file] of files.entries()) {
    assert.ok(file.includes(mine(nth)));
    assert.ok(!file.includes(mine(1 - nth)));
  }
  await context.close();
});

test('a thousand storage events of another tab disturb nobody', async () => {
  const context = await browser.newContext();
  const [one] = await tabs(context, 1, 'device');
  const other = await context.newPage();
  await other.goto(`${server.address}/paper/first-conversation.html`);
  const heard = one.page.evaluate(() => new Promise((resolve) => {
    let count = 0;
    addEventListener('storage', () => (count += 1) === 1000 && resolve(count));
  }));
  await other.evaluate(() => {
    for (let at = 0; at < 1000; at += 1) localStorage.setItem('storm', `${at}`);
  });
  assert.equal(await heard, 1000);
  await written(one.page, () => write(one.page, `${mine(0)} And more.`));
  assert.equal(await box(one.page), `${mine(0)} And more.`);
  await says(one.page, 'kept-device');
  await one.done();
  await context.close();
});

test('a duplicated tab, whose storage the browser copies, goes its own way', async () => {
  const context = await browser.newContext();
  const [one] = await tabs(context, 1, 'tab');
  // A window opened by a page gets a copy of its session storage, as a duplicated tab does.
  const [copy] = await Promise.all([context.waitForEvent('page'), one.page.evaluate(() => void window.open(location.href))]);
  await copy.getByRole('button', { name: words['carry-on'], exact: true }).first().click();
  await copy.locator('.kept').waitFor();
  assert.equal(await box(copy), mine(0));
  await written(copy, () => write(copy, `${mine(0)} In the copy.`));
  await written(one.page, () => write(one.page, `${mine(0)} In the first.`));
  for (const [page, text] of [[copy, 'In the copy.'], [one.page, 'In the first.']]) {
    await page.reload();
    await page.getByRole('button', { name: words['carry-on'], exact: true }).first().click();
    await page.locator('.kept').waitFor();
    assert.equal(await box(page), `${mine(0)} ${text}`);
  }
  await context.close();
});

test('a private window knows nothing of the others', async () => {
  const context = await browser.newContext();
  await tabs(context, 1, 'device');
  const apart = await browser.newContext();
  const { page, done } = await tab(apart, server, { path: '/plain.html' });
  assert.equal(await page.getByRole('button', { name: words['kept-open'] }).count(), 0);
  assert.deepEqual(await stored(page), { tab: {}, device: {} });
  await done();
  await apart.close();
  await context.close();
});

test('in a frame of another site it knows nothing of the page of that site, nor the other way round', async () => {
  const context = await browser.newContext();
  const there = { address: server.address.replace('127.0.0.1', 'plain.test') };
  const alone = await tab(context, there, { path: '/plain.html' });
  await begin(alone.page, mine(0));
  await choose(alone.page, 'device');
  await says(alone.page, 'kept-device');
  const outer = await context.newPage();
  await outer.goto(`${server.address}/outside.html`);
  const inside = outer.frameLocator('iframe');
  await inside.getByRole('button', { name: words.start, exact: true }).click();
  await inside.locator('.kept').waitFor();
  await inside.getByRole('button', { name: words.back, exact: true }).click();
  await inside.getByRole('button', { name: words['open-kept'], exact: true }).waitFor();
  assert.equal(await inside.getByRole('button', { name: words['kept-open'] }).count(), 0);
  await context.close();
});
