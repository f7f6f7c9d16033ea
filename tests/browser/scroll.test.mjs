// On a phone, a new screen comes up where it can be seen with its question, whatever the page has above it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { onward, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** How far down the window the heading begins, in parts of the window, and whether the page could be scrolled on. */
const heading = (page) =>
  page.evaluate(() => {
    const { top } = document.querySelector('what-matters').shadowRoot.querySelector('.question').getBoundingClientRect();
    const page = document.documentElement;
    return { top: top / innerHeight, isAtEnd: scrollY + innerHeight >= page.scrollHeight - 2 };
  });

for (const [width, height] of [[320, 568], [390, 844], [1280, 800]]) {
  test(`every screen's question is in the upper part of a window of ${width} x ${height}`, async () => {
    const { page, done } = await open(browser, server, '/index.html', { context: { viewport: { width, height } } });
    const low = [];
    const look = async (screen) => {
      const { top, isAtEnd } = await heading(page);
      if (top < 0 || (top > 0.4 && !isAtEnd)) low.push(`${screen}: ${top}`);
    };
    await onward(page, () => press(page, words.start));
    for (let at = 0; at < 60; at += 1) {
      await look(`screen ${at}`);
      const last = await page.getByRole('button', { name: words['see-summary'], exact: true }).count();
      await onward(page, () => press(page, last ? words['see-summary'] : words.continue));
      if (last) break;
    }
    await look('the summary');
    for (const over of [words.parts, words.help]) {
      await onward(page, () => page.getByRole('button', { name: over }).first().click());
      await look(over);
      await onward(page, () => press(page, words['carry-on']));
      await look(`back from ${over}`);
    }
    assert.deepEqual(low, []);
    await done();
  });
}
