// Shift, pressed three times within five seconds, leaves the page from wherever a person is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { onward, press } from './support/walk.mjs';

const PAGES = {
  '/all.html': async () => host(`<p><label>Elsewhere <input id="elsewhere"></label></p>${element('leave="all" exit="/exit.html"')}`),
  '/sensitive.html': async () => host(element('exit="/exit.html"')),
  '/off.html': async () => host(element('leave="off" exit="/exit.html"')),
  '/exit.html': async () => host('<p>Somewhere else</p>'),
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

const shift = async (page, times) => {
  for (let nth = 0; nth < times; nth += 1) await page.keyboard.press('Shift');
};
const box = (page) => page.locator('.screen textarea');
const gone = (page) => page.waitForURL('**/exit.html');
/** For the `before` of `open`: the page's clock is in the test's hands, once it stands still. */
const own = (page) => page.clock.install();
const standStill = async (page) => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
/** What of the count is seen and heard. */
const cue = (page) =>
  page.evaluate(() => {
    const shifts = document.querySelector('what-matters').shadowRoot.querySelector('.shifts');
    const dots = shifts.querySelector('.dots');
    return { pressed: shifts.dataset.pressed ?? '0', said: shifts.querySelector('[role=status]').textContent, isSeen: getComputedStyle(dots).visibility === 'visible', full: [...dots.children].filter((dot) => parseFloat(getComputedStyle(dot).borderTopWidth) > 3).length };
  });

test('on the first screen, before anything is pressed and with the focus elsewhere', async () => {
  const { page, context } = await open(browser, server, '/all.html');
  await page.locator('#elsewhere').focus();
  await shift(page, 3);
  await gone(page);
  await context.close();
});

test('before the rest of the program is here', async () => {
  const { page, context } = await open(browser, server, '/all.html', { ready: false, before: (page) => page.route(/\.rest\./, () => {}) });
  await page.getByRole('button', { name: words.start, exact: true }).click();
  await page.getByText(words['rest-coming']).waitFor();
  await shift(page, 3);
  await gone(page);
  await context.close();
});

test('from a box, with the words in it', async () => {
  const { page, context } = await open(browser, server, '/all.html');
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await box(page).fill(`${CANARY} in a box`);
  await box(page).focus();
  await shift(page, 3);
  await gone(page);
  await page.goBack();
  assert.equal(page.url(), 'about:blank', 'Back goes to what was before this page');
  await context.close();
});

test('with the button on sensitive stages alone, on every screen from the moment a conversation has begun', async () => {
  const { page, context } = await open(browser, server, '/sensitive.html');
  await shift(page, 4);
  await onward(page, () => press(page, words.start));
  assert.equal(await page.getByRole('button', { name: words['leave-page'], exact: true }).count(), 0);
  await shift(page, 2);
  assert.equal((await cue(page)).said, words['leave-page-twice']);
  await onward(page, () => press(page, words.continue));
  await box(page).fill(CANARY);
  await shift(page, 3);
  await gone(page);
  await context.close();
});

test('nowhere, where the host wants no way out', async () => {
  const { page, done } = await open(browser, server, '/off.html');
  await onward(page, () => press(page, words.start));
  await shift(page, 4);
  assert.equal(new URL(page.url()).pathname, '/off.html');
  assert.equal(await page.locator('.shifts').count(), 0);
  await done();
});

test('who writes in capitals is never thrown out, nor who holds Shift, selects with it, or presses it with another key', async () => {
  const { page, done } = await open(browser, server, '/all.html');
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await box(page).focus();
  for (const letter of 'ABC') await page.keyboard.press(`Shift+${letter}`);
  for (const letter of 'abc') {
    await page.keyboard.press('Shift');
    await page.keyboard.press(letter);
  }
  for (let nth = 0; nth < 3; nth += 1) await page.keyboard.press('Shift+ArrowLeft');
  for (const key of ['Control', 'Alt', 'Meta']) for (let nth = 0; nth < 3; nth += 1) await page.keyboard.press(`${key}+Shift`);
  for (let nth = 0; nth < 3; nth += 1) {
    await page.keyboard.down('Shift');
    await box(page).click();
    await page.keyboard.up('Shift');
  }
  // Held down, a key comes again and again, and goes up once.
  for (let nth = 0; nth < 5; nth += 1) await page.keyboard.down('Shift');
  await page.keyboard.up('Shift');
  assert.equal((await cue(page)).pressed, '1');
  assert.equal(new URL(page.url()).pathname, '/all.html');
  await done();
});

test('the dots and the words say how often, and the count is over after five seconds', async () => {
  const { page, context } = await open(browser, server, '/all.html', { before: own });
  await standStill(page);
  assert.deepEqual(await cue(page), { pressed: '0', said: '', isSeen: false, full: 0 });
  await shift(page, 1);
  assert.deepEqual(await cue(page), { pressed: '1', said: words['leave-page-once'], isSeen: true, full: 1 });
  await shift(page, 1);
  assert.deepEqual(await cue(page), { pressed: '2', said: words['leave-page-twice'], isSeen: true, full: 2 });
  await page.clock.runFor(5_001);
  assert.deepEqual(await cue(page), { pressed: '0', said: words['leave-page-still'], isSeen: false, full: 0 });
  await shift(page, 2);
  assert.equal((await cue(page)).pressed, '2', 'those of before count no longer');
  await page.clock.runFor(4_900);
  await shift(page, 1);
  await gone(page);
  await context.close();
});

test('three that are spread over more than five seconds do not count together', async () => {
  const { page, done } = await open(browser, server, '/all.html', { before: own });
  await standStill(page);
  for (let nth = 0; nth < 4; nth += 1) {
    await shift(page, 1);
    await page.clock.runFor(2_600);
  }
  assert.equal(new URL(page.url()).pathname, '/all.html');
  await done();
});

test('the dots stand still for who wants less motion, and are seen in forced colours', async () => {
  const { page, context } = await open(browser, server, '/all.html', { context: { reducedMotion: 'reduce', forcedColors: 'active' } });
  await shift(page, 2);
  const { isSeen, full } = await cue(page);
  assert.deepEqual({ isSeen, full }, { isSeen: true, full: 2 });
  assert.deepEqual(await page.evaluate(() => document.getAnimations().length), 0);
  await shift(page, 1);
  await gone(page);
  await context.close();
});

test('a link to leave is the first thing a key comes to, and is seen then', async () => {
  const { page, context } = await open(browser, server, '/all.html');
  await page.locator('#elsewhere').focus();
  await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name: words['leave-page'], exact: true });
  assert.equal(await link.evaluate((link) => link.getRootNode().activeElement === link), true);
  const seen = await link.boundingBox();
  assert.ok(seen.width > 100 && seen.height >= 44, JSON.stringify(seen));
  await page.keyboard.press('Enter');
  await gone(page);
  await context.close();
});
