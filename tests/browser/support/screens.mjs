// Brings up every screen there is, one after the other, in one conversation on one page.
import * as shipped from './tools.mjs';
import { CANARY } from './open.mjs';
import { onward } from './walk.mjs';

/** Words as people write them: short, long, with lines, in another direction, and with a word that no line can hold. */
const SAID = [
  `${CANARY} the dog, and my garden on Ferry Road`,
  `${CANARY} Most mornings I get up late. Then I sit by the window until the post comes.\nOn a good day I go as far as the shop.`,
  `${CANARY} Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-and-back`,
  `${CANARY} בוקר טוב, my neighbour says`,
];

/** The walk asks for a guide that is not there, to see what stands then, and ends where something broke. */
export const ASKED_FOR = [/no-such-guide/, /guide-missing/, /status of 404/, /stopped/];

/** The last of them stands without the WebAssembly. */
export const BROKEN = 'something broke';

/** The guide's scales, which it keeps for two people, in a guide of their own. */
export function scales(guide) {
  const isKind = (kind) => (prompt) => prompt.answer.kind === kind;
  const all = guide.stages.flatMap((stage) => stage.prompts);
  const prompts = [...all.filter(isKind('scale')).map(({ for: _, core, ...prompt }) => prompt), all.find(isKind('summary'))];
  const stage = { ...guide.stages.find((one) => one.id === 'pace'), prompts };
  const headings = guide.headings.filter((heading) => prompts.some((prompt) => prompt.feeds === heading.id));
  return { ...guide, headings, routes: [{ id: 'full' }], stages: [stage] };
}

/**
 * Walks through all of it and calls `look(name)` on each screen, with what stands there.
 * `words` and `guide` are those that the page was given.
 */
export async function everyScreen(page, look, { words, guide } = shipped) {
  const button = (name) => page.getByRole('button', { name, exact: true }).first();
  const on = (...keys) => onward(page, () => button(keys.map((key) => words[key]).join(' ')).click());
  const box = (nth) => page.locator('.screen textarea').nth(nth);
  const choice = (nth) => page.locator('.choice input').nth(nth);
  let said = 0;
  const write = async () => {
    for (const one of await page.locator('.screen textarea').all()) await one.fill(SAID[(said += 1) % SAID.length]);
  };
  const next = async (key = 'continue') => {
    await write();
    await on(key);
  };
  const press = async (name, seen) => {
    await button(name).click();
    await page.locator(seen).first().waitFor();
  };

  await look('welcome');
  await on('leave-page-how');
  await look('what leaving does');
  await on('carry-on');
  await onward(page, () => button(words['under-age'].replace('{age}', '18')).click());
  await look('for young people');
  await on('carry-on');
  await on('my-summary');
  await look('summary, empty');
  await on('carry-on');
  await on('start');

  await look('one choice');
  await choice(1).check();
  await box(0).fill(SAID[0]);
  await look('one choice, taken, with its box');
  await next();
  await look('long text with starters');
  await page.locator('.chip').first().click();
  await next();
  for (const closed of await page.locator('summary').all()) await closed.click();
  await look('notice with its tips open');
  await next();
  await look('short text');
  await next();
  await look('many choices');
  for (const nth of [0, 2, 14]) await choice(nth).check();
  await write();
  await look('many choices, three taken, with something else');
  await next();
  await look('long text, the last of its stage');
  await next();
  await look('help lines and a way to leave this page');
  await next();

  await look('life cards');
  const pile = (card, nth) => page.locator('.card').nth(card).getByRole('radio').nth(nth).check();
  for (const [card, nth] of [[8, 1], [0, 1], [4, 1], [13, 1], [2, 0], [5, 2]]) await pile(card, nth);
  for (const nth of [0, 1, 3]) await choice(nth).check();
  await write();
  await look('life cards, sorted, and no more to be chosen');
  await next();
  for (const name of ['a card with help lines', 'what could change', 'a card', 'what could change there', 'a card by a name of their own', 'what could change with that']) {
    await look(name);
    await next();
  }
  await look('notice with help lines');
  await next();

  for (const name of ['strengths', 'what helps']) {
    await look(name);
    await next();
  }
  await look('the last of its stage, with more to say');
  await write();
  await on('say-more');
  await look('places');
  await next();
  await look('an optional choice');
  await next();
  await look('what was tried');
  await next();
  await look('a good day');
  await next();
  await look('hopes');
  await write();
  await on('say-more');
  await look('an optional prompt');
  await next();
  await look('a hard day');
  await next();

  for (const nth of [0, 12]) await choice(nth).check();
  await page.locator('.aside input').first().check();
  await write();
  await look('many choices, not in my control');
  await next();
  await look('pace');
  await choice(1).check();
  await next();
  await choice(6).check();
  await write();
  await look('not right now, with more to write');
  await next();
  await look('ideas');
  await choice(3).check();
  await next();
  await look('what would make it easier');
  await next();

  await look('plan, empty');
  for (const row of [0, 1, 2]) {
    await button(words['add-step']).click();
    await page.locator('.step').nth(row).waitFor();
    await page.locator('.step').nth(row).getByRole('radio').nth(row).check();
  }
  await write();
  await page.locator('.step').nth(1).locator('.plain').click();
  await button(words['put-back']).waitFor();
  await look('plan with two rows and an undo');
  await on('say-more');
  await look('if the plan does not work out');
  await next();
  await look('staying in touch');
  await page.locator('.choices').last().locator('input').first().check();
  await write();
  await look('staying in touch, with a second question');
  await on('parts-short', 'parts-long');
  await look('parts');
  await on('carry-on');
  await on('help');
  await look('help');
  await on('carry-on');
  await next();
  await look('anything else');
  await next('see-summary');

  await look('the summary read back');
  await on('continue');
  await write();
  await look('close');
  await press(words.delete, '.delete');
  await look('close, before deleting');
  await button(words['delete-keep']).click();
  await page.locator('.delete').waitFor({ state: 'detached' });
  await on('my-summary');
  await page.locator('.part').nth(1).getByRole('radio').nth(1).check();
  await page.locator('.part').nth(2).locator('.edit').first().click();
  await page.locator('.entry.open').waitFor();
  await look('summary, a part kept back and an entry open');
  await page.locator('.entry.open .edit').click();
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))));
  await press(words.copy, '.notice.open');
  await look('summary, what could not be copied');
  await press(words.delete, '.delete');
  await look('summary, before deleting');
  await on('delete-yes');
  await look('welcome, with all deleted');

  const element = page.locator('what-matters');
  await element.evaluate((element) => element.setAttribute('guide', 'no-such-guide.json'));
  await page.locator('.trouble').waitFor();
  await look('trouble, for want of a guide');
  await on('help');
  await look('help, for want of a guide');
  await element.evaluate((element, guide) => element.setGuide(guide), scales(guide));
  await on('carry-on');
  await on('start');
  await look('scale');
  await page.getByRole('radio').nth(7).check();
  await look('scale with its number');
  await next();
  await look('the other scale');
  await write();
  await element.evaluate((element) => element.rescue());
  await look(BROKEN);
}
