// Services that finish or check what is written send it away: every box of every screen tells the browser not to.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { inside, open } from './support/open.mjs';
import { files, keptScreens, looking } from './support/kept.mjs';
import { ASKED_FOR, BROKEN, everyScreen } from './support/screens.mjs';
import { everySession } from './support/sessions.mjs';
import { site } from './support/site.mjs';
import { guide } from './support/tools.mjs';
import { session } from './support/together.mjs';

let browser, plain, server, late, made;
before(async () => {
  [browser, plain, server, late] = await Promise.all([chromium(), serve(), serve(site()), serve(site({ guide: looking(guide) }))]);
  made = await files(browser, plain);
});
after(() => Promise.all([browser?.close(), plain?.close(), server?.close(), late?.close()]));

/** The boxes that words can be written in, each with what it tells the browser. Runs in the page. */
const boxes = (root) =>
  [...root.querySelectorAll('textarea, input, [contenteditable]')]
    .filter((box) => !['radio', 'checkbox'].includes(box.type) && !box.readOnly)
    .map((box) => ({ called: box.id || box.className, says: ['autocomplete', 'spellcheck', 'writingsuggestions'].map((name) => box.getAttribute(name)).join(' '), kind: box.type }));

const WALKS = {
  'alone': { least: 25, walk: everyScreen, opened: () => open(browser, server), allowed: ASKED_FOR },
  'with a link worker': { least: 12, walk: everySession, opened: () => session(browser, server), allowed: [] },
  'with the file that travels, and its passphrase': { least: 2, walk: (page, look) => keptScreens(page, made, look), opened: () => open(browser, late), allowed: [] },
};

for (const [what, { least, walk, opened, allowed }] of Object.entries(WALKS)) {
  test(`nothing completes, checks or adds to what is written ${what}`, async () => {
    const { page, done } = await opened();
    const found = new Map();
    await walk(page, async (name) => {
      if (name === BROKEN) return;
      for (const box of await inside(page, boxes)) found.set(box.called, `${box.says} ${box.kind}`);
    });
    assert.ok(found.size >= least, `${found.size} boxes`);
    const wrong = [...found].filter(([, says]) => !/^off false false (textarea|text)$/.test(says));
    assert.deepEqual(wrong, []);
    await done({ allowed });
  });
}
