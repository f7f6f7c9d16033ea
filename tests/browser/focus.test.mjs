// Where a person who uses the keys is, is always seen, and never lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { ASKED_FOR, everyScreen } from './support/screens.mjs';
import { everySession } from './support/sessions.mjs';
import { site } from './support/site.mjs';
import { stops } from './support/stops.mjs';
import { SESSION } from './support/together.mjs';

const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
];

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve(site())])));
after(() => Promise.all([browser?.close(), server?.close()]));

const WALKS = {
  'a conversation': { path: '/embed/basic.html', walk: everyScreen, least: 1000, allowed: ASKED_FOR },
  'a session': { path: SESSION, walk: everySession, least: 400, allowed: [] },
};

for (const [what, { path, walk, least, allowed }] of Object.entries(WALKS)) {
  test(`in ${what}, by Tab and the arrow keys each thing that can be used is come to, in sight and plainly marked`, async () => {
    const { page, done } = await open(browser, server, path, { context: { viewport: { width: 320, height: 568 }, reducedMotion: 'reduce' } });
    await page.evaluate(() => {
      for (const [id, where] of [['before', 'beforebegin'], ['after', 'afterend']]) {
        const button = Object.assign(document.createElement('button'), { id, textContent: id });
        document.querySelector('what-matters').insertAdjacentElement(where, button);
      }
    });
    const wrong = [];
    let [count, screens] = [0, 0];
    await walk(page, async (name) => {
      // One screen after the other in another look: the same kinds of things come up in each of them.
      const look = LOOKS[screens % LOOKS.length];
      screens += 1;
      await page.emulateMedia(look);
      const found = await stops(page);
      count += found.count;
      wrong.push(...found.wrong.map((what) => `${name}, ${Object.values(look)}: ${what}`));
    });
    assert.equal(wrong.length, 0, `${wrong.length} things:\n${wrong.slice(0, 60).join('\n')}`);
    assert.ok(count > least, `${count} stops`);
    await done({ allowed });
  });
}
