// From a sidebar to a whole page nothing scrolls sideways, nothing is cut and nothing lies on anything else, whatever the words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { misfits, small, unmirrored } from './support/fits.mjs';
import { ASKED_FOR, everyScreen } from './support/screens.mjs';
import { everySession } from './support/sessions.mjs';
import { longer, mirrored, site } from './support/site.mjs';
import { SESSION } from './support/together.mjs';
import { onward, press } from './support/walk.mjs';

const WIDTHS = [280, 320, 768, 1280];
const still = { reducedMotion: 'reduce' };

let browser;
before(async () => (browser = await chromium()));
after(() => browser?.close());

/** A site of its own for a test, gone with it. */
async function served(t, change) {
  const server = await serve(change);
  t.after(() => server.close());
  return server;
}

/** Nothing, or else the first things that are wrong. */
const nothing = (wrong) => assert.equal(wrong.length, 0, `${wrong.length} things:\n${wrong.slice(0, 40).join('\n')}`);

/** Walks through all of it with the element at each width, and says what does not fit. */
async function walked(t, { said, attributes, widths = WIDTHS, context, look = async () => [], path = '/embed/basic.html', walk = everyScreen, allowed = ASKED_FOR } = {}) {
  const server = await served(t, site({ ...said, attributes }));
  const { page, done } = await open(browser, server, path, { start: said?.words.start, context: { viewport: { width: 1280, height: 800 }, ...still, ...context } });
  const wrong = [];
  await walk(
    page,
    async (name) => {
      for (const width of widths) {
        await page.locator('what-matters').evaluate((element, width) => (element.style.width = `${width}px`), width);
        assert.equal(await page.locator('.wm').evaluate((root) => root.offsetWidth), width, name);
        const found = [...(await page.evaluate(misfits)), ...(await look(page, name))];
        wrong.push(...found.map((what) => `${name}, ${width} px: ${what}`));
      }
    },
    said,
  );
  await done({ allowed });
  return wrong;
}

/** A session, from a drawer to a second sheet. */
const SIDE_BY_SIDE = { path: SESSION, walk: everySession, allowed: [], widths: [280, 320, 768, 899, 900, 1280, 1600], context: { viewport: { width: 1600, height: 800 } } };
const LOW = { widths: [320], context: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } };

test('every screen fits, from a sidebar to a whole page, with targets that are large enough to press', async (t) => {
  nothing(await walked(t, { look: (page) => page.evaluate(small) }));
});

test('every screen fits when each word is twice as long', async (t) => {
  nothing(await walked(t, { said: longer }));
});

test('every screen fits from right to left, and is the same page mirrored', async (t) => {
  nothing(await walked(t, { said: mirrored, attributes: 'lang="ar"', look: (page) => page.evaluate(unmirrored) }));
});

test('every screen fits a window of 1280 px at 400 % zoom', async (t) => {
  nothing(await walked(t, LOW));
});

test('every screen of a session fits, with the cue in a drawer and beside it, with targets that are large enough to press', async (t) => {
  nothing(await walked(t, { ...SIDE_BY_SIDE, look: (page) => page.evaluate(small) }));
});

test('every screen of a session fits when each word is twice as long', async (t) => {
  nothing(await walked(t, { ...SIDE_BY_SIDE, said: longer }));
});

test('every screen of a session fits from right to left, and is the same page mirrored', async (t) => {
  nothing(await walked(t, { ...SIDE_BY_SIDE, said: mirrored, attributes: 'lang="ar"', look: (page) => page.evaluate(unmirrored) }));
});

test('every screen of a session fits a window of 1280 px at 400 % zoom', async (t) => {
  nothing(await walked(t, { ...SIDE_BY_SIDE, ...LOW }));
});

test('the first three help lines fit a small phone without scrolling', async (t) => {
  const server = await served(t, site());
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: { viewport: { width: 320, height: 568 }, ...still } });
  await page.evaluate(() => document.querySelector('h1').remove());
  const fit = async () => {
    await onward(page, () => press(page, words.help));
    const bottom = await page.locator('.help-lines').first().locator('li').nth(2).evaluate((line) => line.getBoundingClientRect().bottom);
    const top = await page.locator('.get-help h2').evaluate((heading) => heading.getBoundingClientRect().top);
    assert.ok(top >= 0 && bottom <= 568, `from ${top} to ${bottom}`);
    await onward(page, () => press(page, words['carry-on']));
  };
  await fit();
  await onward(page, () => press(page, words.start));
  await page.getByRole('button', { name: words.back, exact: true }).scrollIntoViewIfNeeded();
  await fit();
  await done();
});
