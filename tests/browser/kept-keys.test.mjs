// Opening a file, taking one along and looking back can be done by key alone, in sight and plainly marked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { nothing } from './support/axe.mjs';
import { files, keptScreens, looking } from './support/kept.mjs';
import { site } from './support/site.mjs';
import { stops } from './support/stops.mjs';

const LOOKS = [['light', 'none'], ['dark', 'none'], ['light', 'active']];

let browser, plain, server, made;
before(async () => {
  [browser, plain, server] = await Promise.all([chromium(), serve(), serve(site({ guide: looking(guide) }))]);
  made = await files(browser, plain);
});
after(() => Promise.all([browser?.close(), plain?.close(), server?.close()]));

test('by Tab and the arrow keys each thing on the screens of the file that travels is come to', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: { viewport: { width: 320, height: 568 }, reducedMotion: 'reduce' } });
  await page.evaluate(() => {
    for (const [id, where] of [['before', 'beforebegin'], ['after', 'afterend']]) {
      const button = Object.assign(document.createElement('button'), { id, textContent: id });
      document.querySelector('what-matters').insertAdjacentElement(where, button);
    }
  });
  const wrong = [];
  let [count, screens] = [0, 0];
  await keptScreens(page, made, async (name) => {
    const [colorScheme, forcedColors] = LOOKS[(screens += 1) % LOOKS.length];
    await page.emulateMedia({ colorScheme, forcedColors });
    const found = await stops(page);
    count += found.count;
    wrong.push(...found.wrong.map((what) => `${name}, ${colorScheme} ${forcedColors}: ${what}`));
  });
  nothing(wrong);
  assert.ok(count > 120, `${count} stops`);
  await done();
});
