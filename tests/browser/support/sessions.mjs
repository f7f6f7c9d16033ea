// Brings up every screen that there is with two at it, one after the other, in one session on one page.
import * as shipped from './tools.mjs';
import { CANARY } from './open.mjs';
import { onward } from './walk.mjs';

const SAID = `${CANARY} the dog, and my garden on Ferry Road`;
const NOTED = `${CANARY} Heard about this from the surgery.\nWorried that it is another form, or Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch`;

/**
 * Walks through all of it and calls `look(name)` on each screen, with what stands there.
 * `words` and `guide` are those that the page was given.
 */
export async function everySession(page, look, { words, guide } = shipped) {
  const button = (name) => page.getByRole('button', { name, exact: true }).first();
  const summary = (name) => page.locator('summary', { hasText: name }).first();
  const box = () => page.locator('.place textarea').first();
  const on = (key) => onward(page, () => button(words[key]).click());
  const stage = async (id) => {
    await onward(page, () => button(`${words['parts-short']} ${words['parts-long']}`).click());
    await onward(page, () => page.locator('.stages button', { hasText: guide.stages.find((stage) => stage.id === id).title }).first().click());
  };
  const pressed = async (locator, attribute) => {
    const was = await locator.getAttribute(attribute);
    // In a narrow box what is pressed may lie under the drawer.
    await locator.dispatchEvent('click');
    await locator.and(page.locator(`[${attribute}="${was === 'true' ? 'false' : 'true'}"]`)).waitFor({ state: 'attached' });
  };
  const drawer = () => pressed(page.locator('.bar .opener'), 'aria-expanded');

  await look('welcome');
  await on('start');
  await page.locator('.place textarea').fill(`${CANARY} Mira, who interprets`);
  await page.locator('.place input').check();
  await look('who is here');
  await page.locator('.place input').uncheck();
  await pressed(button(words['by-phone']), 'aria-pressed');
  await look('who is here, by phone');
  await on('continue');
  await box().fill(SAID);
  await summary(words.note).click();
  await page.locator('details textarea').first().fill(NOTED);
  await look('a prompt with a note open');
  await on('continue');
  await look('a notice');
  await on('continue');
  await box().fill(`${CANARY} Sam`);
  await stage('matters');
  await box().fill(SAID);
  await look('a prompt, and the drawer shut');
  await drawer();
  await look('a prompt, and the drawer open');
  const cue = page.locator('.cue');
  await pressed(cue.locator('.folded .opener').nth(0), 'aria-expanded');
  await pressed(cue.locator('.folded .opener').nth(1), 'aria-expanded');
  for (const nth of [0, 1]) await cue.locator('summary').nth(nth).dispatchEvent('click');
  await cue.locator('textarea').first().fill(`${CANARY} And what gets you up in the morning?`);
  await look('the card with all of it open');
  await drawer();
  await on('turn');
  await look('turned');
  await on('turn-back');
  await drawer();
  await on('jump');
  await look('finding a prompt');
  await page.getByRole('textbox').fill('no such thing');
  await page.getByRole('status').filter({ hasText: words['jump-none'] }).waitFor();
  await look('finding nothing');
  await on('carry-on');
  await on('keys');
  await look('keys');
  await button(words['keys-off']).click();
  await button(words['keys-on']).waitFor();
  await look('keys, with the letters off');
  await button(words['keys-on']).click();
  await on('carry-on');

  await stage('strengths');
  await on('back');
  await look('what is spoken only, before');
  await onward(page, () => button(words['spoken-alone']).click());
  await look('what is spoken only, after');
  await drawer();
  await stage('pace');
  await look('a scale');
  await stage('plan');
  await button(words['add-step']).click();
  await page.locator('.step textarea').first().fill(`${CANARY} Ring the council`);
  await page.locator('.step').first().getByRole('radio').first().check();
  await look('the plan, and a row that is theirs');
  await on('my-summary');
  await look('summary, with a note to mark');
  await pressed(button(words['mark-not-quite']), 'aria-pressed');
  await page.locator('.mark textarea').fill(`${CANARY} It was my sister who said`);
  await look('summary, with a mark and words beside it');
  await page.locator('.noted').first().locator('xpath=..').locator('.edit').click();
  await page.locator('.entry.open').waitFor();
  await look('summary, with the note open');
  await page.locator('.entry.open .edit').click();
  await pressed(button(words['mark-right']), 'aria-pressed');
  await button(words.turn).click();
  await page.locator('.turned').waitFor();
  await look('the summary, turned');
  await button(words['turn-back']).click();
  await page.locator('.letter').waitFor();
  await on('carry-on');
  await stage('check');
  await on('see-summary');
  await look('the read-back, a heading');
  await button(words['heading-next']).click();
  await page.locator('.part').filter({ hasText: SAID }).first().waitFor();
  await look('the read-back, the next heading');
  await button(words['heading-all']).click();
  await button(words.print).waitFor();
  await look('the read-back, all of it');
  await on('continue');
  await look('the end, with the drawer open');
  await drawer();
  await look('the end, with the drawer shut');
  await drawer();
  await onward(page, () => button(words['ending-step']).click());
  await look("the plan, with the worker's own step");
  await page.locator('what-matters').evaluate((element) => element.setAttribute('mode', 'alone'));
  await page.locator('.cue').waitFor({ state: 'detached' });
  await on('my-summary');
  await look('the summary, alone again');
}
