// Where a host's script may put the element by the way: nothing breaks there, and back on the page the conversation goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { begin } from './support/host.mjs';
import { CANARY, open } from './support/open.mjs';
import { onward, press } from './support/walk.mjs';

const text = `${CANARY} by the gate`;
const PLACES = {
  'a template': 'document.createElement("template").content',
  'a document without a window': 'document.implementation.createHTMLDocument().body',
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const filled = (page) => page.getByRole('button', { name: words.continue, exact: true }).evaluate((button) => getComputedStyle(button).backgroundColor);

for (const [name, code] of Object.entries(PLACES)) {
  test(`put in ${name} and back on the page, it looks and goes on as before`, async () => {
    const { page, done } = await open(browser, server);
    await begin(page, text);
    const colour = await filled(page);
    await page.evaluate(`window.element = document.querySelector('what-matters'); (${code}).append(element)`);
    assert.equal(await page.locator('what-matters').count(), 0);
    await page.evaluate(() => {
      window.element.leave = 'all';
      document.body.append(window.element);
    });
    await page.getByRole('textbox').waitFor();
    assert.equal(await page.getByRole('textbox').inputValue(), text);
    assert.equal(await filled(page), colour);
    await page.getByRole('button', { name: words['leave-page'], exact: true }).waitFor();
    await onward(page, () => press(page, words.continue));
    await onward(page, () => press(page, words.back));
    assert.equal(await page.getByRole('textbox').inputValue(), text);
    await done();
  });
}
