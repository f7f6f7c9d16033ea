// What is on offer nearby: a page with a list, and the way to where ideas are asked for.
import * as shipped from './tools.mjs';
import { CANARY, open } from './open.mjs';
import { onward, press } from './walk.mjs';

export const NEARBY = '/embed/nearby.html';

/** Opens a page with a list, once the list is here. */
export const opened = (browser, server, options = {}) => open(browser, server, NEARBY, { ...options, context: { reducedMotion: 'reduce', ...options.context } });

/** Goes to a part by the list of parts, whether they were there before or not. */
export async function toPart(page, id, { words, guide } = shipped) {
  await onward(page, () => press(page, `${words['parts-short']} ${words['parts-long']}`));
  await onward(page, () => page.getByRole('button', { name: guide.stages.find((stage) => stage.id === id).title }).first().click());
}

/** Goes to where it is asked what is not wanted, and finds what leads to all of the list. */
export async function toNotWanted(page, { words, guide } = shipped) {
  await toPart(page, 'pace', { words, guide });
  const byName = page.getByRole('button', { name: words['nearby-by-name'], exact: true });
  while (!(await byName.count())) await onward(page, () => press(page, words.continue));
  return byName;
}

/** Goes to the place for ideas by the list of parts, choosing on the way what they follow from. */
export async function toIdeas(page, { words, guide } = shipped) {
  const on = () => onward(page, () => press(page, words.continue));
  const part = (id) => toPart(page, id, { words, guide });
  await onward(page, () => press(page, words.start));
  await part('life');
  await on();
  await page.locator('.card').first().getByRole('radio', { name: words['pile-change'], exact: true }).check();
  await part('pace');
  while (!(await page.locator('textarea').count()) || (await page.getByRole('radio').count())) await on();
  const own = page.getByRole('checkbox').last();
  await own.check();
  await page.locator('.told textarea').last().fill(`${CANARY} nothing on a Monday`);
  await part('ideas');
  for (const nth of [1, 2]) await page.getByRole('checkbox').nth(nth).check();
  await on();
  await page.getByRole('checkbox').first().check();
  await on();
}

/** Shows the first ideas. */
export async function show(page, words = shipped.words) {
  await press(page, words['nearby-show']);
  await page.locator('.option').first().waitFor();
}

/** Walks through what has to do with ideas, and calls `look(name)` on each screen. */
export async function everyNearby(page, look, { words, guide } = shipped) {
  await toIdeas(page, { words, guide });
  await look('ideas, not asked for');
  await show(page, words);
  await look('ideas');
  const wish = (nth, key) => page.locator('.option').nth(nth).getByRole('button', { name: words[key], exact: true }).click();
  await wish(0, 'nearby-more');
  await wish(1, 'nearby-later');
  await wish(2, 'nearby-not');
  await look('ideas, with something said of each');
  await press(page, words['nearby-others']);
  await page.locator('.picked').waitFor();
  await look('other ideas, and what was said before');
  await onward(page, () => press(page, words['nearby-all']));
  await page.locator('.option').first().waitFor();
  await page.locator('.near details').first().locator('summary').click();
  await page.locator('.near .option details summary').first().click();
  await look('all there is nearby');
  await page.getByRole('textbox').first().fill('zzzzzzzz');
  await page.getByText(words['nearby-found-none']).waitFor();
  await look('nothing found nearby');
  await onward(page, () => press(page, words['carry-on']));
  await toNotWanted(page, { words, guide });
  await look('what is not wanted, where there is a list');
}
