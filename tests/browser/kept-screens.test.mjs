// Opening, taking along, codes, and then and now: each of these screens held against the rules of axe-core.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { nothing, seen } from './support/axe.mjs';
import { files, keptScreens, looking } from './support/kept.mjs';
import { site } from './support/site.mjs';

let browser, plain, server, made;
before(async () => {
  [browser, plain, server] = await Promise.all([chromium(), serve(), serve(site({ guide: looking(guide) }))]);
  made = await files(browser, plain);
});
after(() => Promise.all([browser?.close(), plain?.close(), server?.close()]));

test('every screen of the file that travels is named, ordered and readable for everyone, in light, dark and forced colours', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: { reducedMotion: 'reduce' } });
  const wrong = [];
  let screens = 0;
  await keptScreens(page, made, async (name) => {
    screens += 1;
    wrong.push(...(await seen(page)).map((what) => `${name}, ${what}`));
  });
  nothing(wrong);
  assert.equal(screens, 15);
  await done();
});
