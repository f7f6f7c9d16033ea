// The program breaks while a person looks through what is nearby: their answers and what they said of it stay, the page is whole, and what was only looked for is nowhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { CANARY } from './support/open.mjs';
import { arm, broken, carriedOn, lacks, leftWith, met, opened, summaryOf } from './support/fault.mjs';
import { traces } from './support/leave.mjs';
import { NOTHING, allOfIt, pastChoices, postcode, search, stands, types } from './support/looking.mjs';
import { onward, place, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), broken()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const ANSWER = `${CANARY} and the harbour`;
const CODE = 'QX7';

for (const [site, breaks] of [
  ['event-any', (page) => search(page).fill('xylophonist')],
  ['effect-any', (page) => postcode(page).fill(`${CODE} 4KD`)],
  ['render-root', (page) => page.getByRole('checkbox', { name: words['nearby-only-free'], exact: true }).click()],
]) {
  test(`when it breaks at ${site} while they look, what was answered and wanted is there to copy and is back, what was looked for is gone, and all of it opens anew`, async () => {
    const { page, requests, done } = await opened(browser, server, '/nearby.html');
    await onward(page, () => press(page, words.start));
    await onward(page, () => press(page, words.continue));
    await page.getByRole('textbox').fill(ANSWER);
    await pastChoices(page);
    const question = await place(page);
    await allOfIt(page);
    const first = page.locator('.option').first();
    await first.getByRole('button', { name: words['nearby-more'], exact: true }).click();
    await first.getByText(words['nearby-said-more']).waitFor();
    const wanted = await first.locator('> .sub').textContent();
    await types(page, 'xylophones', CODE);
    const before = requests.length;
    await arm(page, site);
    await breaks(page);
    const left = await leftWith(page);
    assert.deepEqual(await met(page), [site]);
    assert.deepEqual(lacks(left.words, [ANSWER, wanted]), [], left.words);
    for (const what of ['xylophon', CODE]) assert.deepEqual(await traces(page, what), [], `${what} is nowhere`);
    await page.evaluate(() => document.getElementById('own').click());
    assert.equal(await page.evaluate(() => window.pressed), 1, 'the page goes on as if nothing had been');
    await carriedOn(page, left);
    assert.equal(await place(page), question);
    await page.locator('.picked').getByText(wanted).first().waitFor();
    await allOfIt(page);
    await page.locator('.found').getByText(words['nearby-found'].replace('{count}', 156)).waitFor();
    assert.deepEqual(await stands(page), NOTHING);
    await search(page).fill('benefits check');
    await page.locator('.option').filter({ hasText: 'Benefits check' }).first().waitFor();
    assert.equal(requests.length, before, 'no list is fetched again');
    await onward(page, () => press(page, words['carry-on']));
    assert.deepEqual(lacks(await summaryOf(page), [ANSWER, wanted]), []);
    assert.deepEqual(await met(page), [site], 'it broke once');
    await done();
  });
}
