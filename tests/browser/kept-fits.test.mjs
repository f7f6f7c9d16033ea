// The screens of the file that travels fit, from a sidebar to a wide window, whatever the words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { nothing } from './support/axe.mjs';
import { misfits, small, unmirrored } from './support/fits.mjs';
import { files, keptScreens, looking } from './support/kept.mjs';
import { longer, mirrored, site } from './support/site.mjs';

/** A line that is typed goes on past the edge of its box; the six words stand above it as well. */
const isLine = (what) => what.startsWith('cut sideways: input.words');
const WIDTHS = [280, 320, 768, 1280, 1600];

let browser, plain, made;
before(async () => {
  [browser, plain] = await Promise.all([chromium(), serve()]);
  made = await files(browser, plain);
});
after(() => Promise.all([browser?.close(), plain?.close()]));

/** Brings them up with the element at each width, and says what does not fit. */
async function walked(t, { said = { words, guide }, attributes, widths = WIDTHS, context, look = async () => [] } = {}) {
  const server = await serve(site({ ...said, guide: looking(said.guide), attributes }));
  t.after(() => server.close());
  const { page, done } = await open(browser, server, '/embed/basic.html', { start: said.words.start, context: { viewport: { width: 1640, height: 800 }, reducedMotion: 'reduce', ...context } });
  await page.evaluate(() => Object.assign(document.body.style, { maxWidth: 'none' }));
  const wrong = [];
  const fit = async (name) => {
    for (const width of widths) {
      await page.locator('what-matters').evaluate((element, width) => Object.assign(element.style, { width: `${width}px`, maxWidth: 'none' }), width);
      assert.equal(await page.locator('.wm').evaluate((root) => root.offsetWidth), width, name);
      const found = [...(await page.evaluate(misfits)), ...(await look(page))];
      wrong.push(...found.filter((what) => !isLine(what)).map((what) => `${name}, ${width} px: ${what}`));
    }
  };
  await keptScreens(page, made, fit, said);
  await done();
  return wrong;
}

test('they fit at every width, with targets that are large enough to press', async (t) => {
  nothing(await walked(t, { look: (page) => page.evaluate(small) }));
});

test('they fit when each word is twice as long', async (t) => {
  nothing(await walked(t, { said: longer }));
});

test('they fit from right to left, and are the same page mirrored', async (t) => {
  nothing(await walked(t, { said: mirrored, attributes: 'lang="ar"', look: (page) => page.evaluate(unmirrored) }));
});

test('they fit a window of 1280 px at 400 % zoom', async (t) => {
  nothing(await walked(t, { widths: [320], context: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } }));
});
