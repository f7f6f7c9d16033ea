// The program breaks in each of its parts: a person keeps every word, the page stays whole, and they can carry on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from './support/tools.mjs';
import { SITES, answered, arm, broken, carriedOn, lacks, leftWith, met, opened, summaryOf } from './support/fault.mjs';
import { box, LAST, DOINGS, types } from './support/panics.mjs';
import { place } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), broken()])));
after(() => Promise.all([browser?.close(), server?.close()]));

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
