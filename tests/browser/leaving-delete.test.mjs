// *Delete everything here*: asked first, and then nothing is left anywhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, GIVEN, open } from './support/open.mjs';
import { asks, traces } from './support/leave.mjs';
import { onward, press, place, walk } from './support/walk.mjs';

const RELOADED = [/^a request after loading/, ...GIVEN];

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const screen of ['the summary', 'the last screen']) {
  test(`deleting on ${screen} asks first, then leaves nothing anywhere and starts anew`, async () => {
    const { page, done } = await open(browser, server, '/index.html');
    await walk(page, words['five-minutes']);
    await page.getByRole('button', { name: words.give.split('{')[0] }).click();
    await page.getByText(words.given.split('{')[0]).waitFor();
    if (screen === 'the last screen') {
      await onward(page, () => press(page, words.continue));
      await page.getByRole('textbox').fill(`${CANARY} how it was`);
    }
    const here = await place(page);
    const ask = page.locator('.ask');

    await press(page, words.delete);
    await ask.waitFor();
    assert.equal(await ask.evaluate((ask) => ask.getRootNode().activeElement === ask), true, 'the question is where the person is');
    await press(page, words['delete-keep']);
    await ask.waitFor({ state: 'detached' });
    assert.equal(await place(page), here);
    const before = await traces(page, CANARY);
    assert.ok(before.includes('what was given') && before.length > 1, 'the words are all there still');

    await press(page, words.delete);
    await onward(page, () => press(page, words['delete-yes']));
    await page.getByText(words.deleted).waitFor();
    assert.deepEqual(await traces(page, CANARY), []);
    assert.equal(await page.evaluate(() => document.querySelector('what-matters').summary()), null);

    await onward(page, () => press(page, words['my-summary']));
    await page.getByText(words['summary-empty']).waitFor();
    await onward(page, () => press(page, words['carry-on']));
    await onward(page, () => press(page, words['five-minutes']));
    await onward(page, () => press(page, words.continue));
    assert.equal(await page.getByRole('textbox').inputValue(), '', 'no box remembers');
    assert.deepEqual(await traces(page, CANARY), []);

    await page.locator('what-matters').evaluate((element) => element.rescue());
    await page.getByRole('heading', { name: words['broke-title'] }).waitFor();
    assert.deepEqual(await traces(page, CANARY), [], 'nor does what is noted outside the program');
    assert.equal(await asks(page), false);
    await done({ allowed: [...RELOADED, /stopped/] });
  });
}
