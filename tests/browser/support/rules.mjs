// Holds every screen of a walk against the rules of axe-core, in light, dark and forced colours.
import assert from 'node:assert/strict';
import { tool } from './tools.mjs';

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

/** Walks, and says how many screens there were, which rules they break, and what is newly left to a person to judge. */
export async function ruled(page, walk) {
  await page.evaluate(axe.source);
  const wrong = [];
  const unsure = new Set();
  let screens = 0;
  await walk(page, async (name) => {
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
  return { screens, wrong, unsure: [...unsure].filter((what) => !LEFT_TO_A_PERSON.some((known) => what.endsWith(`: ${known}`))) };
}
