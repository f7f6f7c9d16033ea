// Every screen, held against the rules of axe-core: names, roles, headings, landmarks, contrast and the size of targets.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, tool } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { ASKED_FOR, everyScreen } from './support/screens.mjs';
import { site } from './support/site.mjs';

const axe = tool('axe-core');
/** What axe leaves to a person: words that lie under the notice for now, and a filled button whose colour it does not see forced. */
const LEFT_TO_A_PERSON = ['bgOverlap', 'equalRatio'];
const LOOKS = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, theme: 'auto', paper: 'rgb(251, 248, 242)' },
  'dark, as the device is': { media: { colorScheme: 'dark', forcedColors: 'none' }, theme: 'auto', paper: 'rgb(20, 24, 26)' },
  'dark, as the host says': { media: { colorScheme: 'light', forcedColors: 'none' }, theme: 'dark', paper: 'rgb(20, 24, 26)' },
  'light, though the device is dark': { media: { colorScheme: 'dark', forcedColors: 'none' }, theme: 'light', paper: 'rgb(251, 248, 242)' },
  'forced colours': { media: { colorScheme: 'light', forcedColors: 'active' }, theme: 'auto', paper: 'rgb(255, 255, 255)' },
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve(site())])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('every screen is named, ordered and readable for everyone, in light, dark and forced colours', async (t) => {
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: { reducedMotion: 'reduce' } });
  await page.evaluate(axe.source);
  const wrong = [];
  const unsure = new Set();
  let screens = 0;
  await everyScreen(page, async (name) => {
    screens += 1;
    for (const [look, { media, theme, paper }] of Object.entries(LOOKS)) {
      await page.emulateMedia(media);
      await page.locator('what-matters').evaluate((element, theme) => element.setAttribute('theme', theme), theme);
      assert.equal(await page.locator('.wm').evaluate((root) => getComputedStyle(root).backgroundColor), paper, `${name}, ${look}`);
      const found = await page.evaluate((isForced) => {
        const rules = { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: !isForced } };
        return axe.run(document, { resultTypes: ['violations', 'incomplete'], rules });
      }, media.forcedColors === 'active');
      for (const { id, nodes } of found.violations) {
        for (const node of nodes) wrong.push(`${name}, ${look}: ${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`);
      }
      for (const { id, nodes } of found.incomplete) {
        for (const node of nodes) unsure.add(`${id}: ${node.any[0]?.data?.messageKey}`);
      }
    }
  });
  await t.test('there are at least fifty of them', () => assert.ok(screens >= 50, `${screens}`));
  await t.test('no rule is broken', () => assert.deepEqual(wrong, []));
  await t.test('nothing new is left to a person to judge', () => {
    assert.deepEqual([...unsure].filter((what) => !LEFT_TO_A_PERSON.some((known) => what.endsWith(`: ${known}`))), []);
  });
  await done({ allowed: ASKED_FOR });
});
