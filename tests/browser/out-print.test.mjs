// Printing on phones where a frame cannot be printed, and when a window is not let open.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { noPrinter, ownWindows, PHONES, printed, sheetOf, summarise } from './support/out.mjs';
import { press } from './support/walk.mjs';

const text = `${CANARY} and my garden\n\nwith its gate`;

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const [name, userAgent] of Object.entries(PHONES)) {
  test(`${name} prints a document of its own window, the same as a frame elsewhere`, async () => {
    const { page, done } = await open(browser, server, '/embed/basic.html', { before: noPrinter });
    await summarise(page, text);
    const sheet = await printed(page);
    await done();

    const phone = await open(browser, server, '/embed/basic.html', {
      context: { userAgent },
      before: ownWindows,
    });
    await summarise(phone.page, text);
    const [own] = await Promise.all([phone.page.waitForEvent('popup'), press(phone.page, words.print)]);
    assert.equal(await phone.page.evaluate(() => window.prints), 1);
    assert.equal(own.url(), 'about:blank');
    assert.deepEqual(await sheetOf(own), sheet);
    assert.ok(sheet.lines.includes(`li: ${text}`));
    assert.equal(await phone.page.locator('#what-matters-print').count(), 0);
    await phone.done();
  });
}

test('where the window is not let open, the screen says how else the words can go', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', {
    context: { userAgent: PHONES['Chrome on iOS'] },
    before: (page) => page.addInitScript(() => (window.open = () => null)),
  });
  await summarise(page, text);
  await press(page, words.print);
  await page.getByText(words['print-blocked']).waitFor();
  await done();
});
