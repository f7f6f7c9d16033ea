// Every screen, held against the rules of axe-core: names, roles, headings, landmarks, contrast and the size of targets.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { ruled } from './support/rules.mjs';
import { ASKED_FOR, everyScreen } from './support/screens.mjs';
import { everySession } from './support/sessions.mjs';
import { site } from './support/site.mjs';
import { session } from './support/together.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve(site())])));
after(() => Promise.all([browser?.close(), server?.close()]));

const WALKS = {
  'every screen': { least: 50, walk: everyScreen, opened: () => open(browser, server, '/embed/basic.html', { context: { reducedMotion: 'reduce' } }), allowed: ASKED_FOR },
  'every screen of a session, with room for the cue beside it': { least: 27, walk: everySession, opened: () => session(browser, server), allowed: [] },
  // In a window that holds all of it the drawer lies on nothing.
  'every screen of a session, with the cue in a drawer': { least: 27, walk: everySession, opened: () => session(browser, server, { context: { viewport: { width: 480, height: 6000 } } }), allowed: [] },
};

for (const [what, { least, walk, opened, allowed }] of Object.entries(WALKS)) {
  test(`${what} is named, ordered and readable for everyone, in light, dark and forced colours`, async (t) => {
    const { page, done } = await opened();
    const { screens, wrong, unsure } = await ruled(page, walk);
    await t.test(`there are at least ${least} of them`, () => assert.ok(screens >= least, `${screens}`));
    await t.test('no rule is broken', () => assert.deepEqual(wrong, []));
    await t.test('nothing new is left to a person to judge', () => assert.deepEqual(unsure, []));
    await done({ allowed });
  });
}
