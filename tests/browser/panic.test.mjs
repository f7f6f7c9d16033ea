// The program breaks in each of its parts: a person keeps every word, the page stays whole, and they can carry on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { CANARY } from './support/open.mjs';
import { GUIDE, SITES, answered, arm, broken, carriedOn, lacks, leftWith, met, opened, summaryOf } from './support/fault.mjs';
import { onward, place, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), broken()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const LAST = `${CANARY} the last words, which nobody committed`;
const box = (page) => page.locator('what-matters .screen textarea').first();
const script = (page, act, value) => page.evaluate(`(${act})(document.querySelector('what-matters'), ${JSON.stringify(value)})`);
const types = (page) => box(page).fill(LAST);
const summary = (page) => onward(page, () => press(page, words['my-summary']));
const locks = async (page) => {
  await onward(page, () => press(page, words['more-ways']));
  await page.getByRole('checkbox', { name: words.lock }).check();
  await page.getByRole('textbox', { name: words.passphrase }).fill(`${CANARY}-passphrase`);
};
const takenOff = (page) =>
  script(page, (element) => {
    element.remove();
    // It is taken down once it stays off.
    return new Promise((resolve) => setTimeout(() => resolve(document.body.append(element))));
  });

/** What is done before a place is to break, and what has it break: both as a person or a host does it. Typing is what most meet. */
const DOINGS = {
  'render-welcome': [, async (page) => {
    const screen = page.locator('what-matters .screen');
    for (let at = 0; at < 9 && (await screen.count()) > 0; at += 1) {
      const before = await place(page);
      await press(page, words.back);
      await page.waitForFunction((then) => {
        const heading = document.querySelector('what-matters').shadowRoot.querySelector('h2');
        return heading && `${heading.id} ${heading.textContent}` !== then;
      }, before);
    }
  }],
  'effect-tell': [, (page) => press(page, words['see-summary'])],
  'effect-copy': [summary, (page) => press(page, words.copy)],
  'effect-download': [summary, (page) => press(page, words.download)],
  'effect-print': [summary, (page) => press(page, words.print)],
  'event-open': [, (page) => press(page, words['my-summary'])],
  'timer-afterwards': [async (page) => { await summary(page); await locks(page); }, (page) => press(page, words.download)],
  'load-configure': [, (page) => script(page, (element) => (element.nation = 'wales'))],
  'load-guide': [, (page) => script(page, (element, guide) => element.setGuide(guide), GUIDE)],
  'load-words': [, (page) => script(page, (element) => element.removeAttribute('words'))],
  'load-rest': [, (page) => page.evaluate(() => document.body.append(document.createElement('what-matters')))],
  'save-file': [summary, (page) => press(page, words.download)],
  'save-lock': [async (page) => { await summary(page); await locks(page); }, (page) => press(page, words.download)],
  'drop-detach': [, takenOff],
  'drop-tree': [, takenOff],
  'drop-listener': [, takenOff],
};

/** The host's page goes on as if nothing had been. */
async function isWhole(page) {
  await page.evaluate(() => document.getElementById('own').click());
  assert.equal(await page.evaluate(() => window.pressed), 1);
}

for (const site of SITES) {
  test(`when it breaks at ${site}, every word stands there, the page is whole, and the person carries on with all of them`, async () => {
    const { page, done } = await opened(browser, server);
    const all = await answered(page);
    const [readies, breaks = types] = DOINGS[site] ?? [];
    await readies?.(page);
    const at = await place(page);
    await arm(page, site);
    await breaks(page);
    const left = await leftWith(page);
    assert.deepEqual(await met(page), [site]);
    if (breaks === types) all.splice(all.findIndex((one) => one.includes('more:')), 1, LAST);
    assert.deepEqual(lacks(left.words, all), [], left.words);
    assert.ok(!left.words.includes('passphrase'));
    await isWhole(page);
    await carriedOn(page, left);
    if (breaks === types) {
      assert.equal(await place(page), at);
      assert.equal(await box(page).inputValue(), LAST);
      await box(page).fill(`${LAST} and more`);
      all.push(`${LAST} and more`);
    }
    assert.deepEqual(lacks(await summaryOf(page), all), []);
    assert.deepEqual(await met(page), [site], 'it broke once');
    await done();
  });
}
