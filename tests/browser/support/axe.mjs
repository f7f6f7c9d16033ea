// What a screen looks like to the rules of axe-core, in every look it can have.
import assert from 'node:assert/strict';
import { tool } from './tools.mjs';

const axe = tool('axe-core');
/** What axe leaves to a person: words that lie under the notice for now, a filled button whose colour it does not see forced, and drawings made of signs, in the colour of the words beside them. */
const LEFT_TO_A_PERSON = ['bgOverlap', 'equalRatio', 'nonBmp'];
const LOOKS = { light: ['light', 'none'], dark: ['dark', 'none'], 'forced colours': ['light', 'active'] };

/** Looks at what stands there now, in light, dark and forced colours. Says what is wrong, and what axe is newly unsure of. */
export async function seen(page) {
  const wrong = [];
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const [look, [colorScheme, forcedColors]] of Object.entries(LOOKS)) {
    await page.emulateMedia({ colorScheme, forcedColors });
    const found = await page.evaluate((isForced) => {
      const rules = { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: !isForced } };
      return axe.run(document, { resultTypes: ['violations', 'incomplete'], rules });
    }, forcedColors === 'active');
    for (const { id, nodes } of found.violations) for (const node of nodes) wrong.push(`${look}: ${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`);
    for (const { id, nodes } of found.incomplete) {
      const unsure = nodes.map((node) => node.any[0]?.data?.messageKey).filter((what) => !LEFT_TO_A_PERSON.includes(what));
      wrong.push(...unsure.map((what) => `${look}: unsure of ${id}: ${what}`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return wrong;
}

/** Nothing, or else the first things that are wrong. */
export const nothing = (wrong) => assert.equal(wrong.length, 0, `${wrong.length} things:\n${wrong.slice(0, 40).join('\n')}`);
