// Looking through all there is nearby: the short ways there, what stands in its boxes, and what is typed in them.
import { guide, words } from './tools.mjs';
import { onward, press } from './walk.mjs';

/** For the `before` of `open`: a link worker's page, where one letter opens it. */
export const together = (page) => page.addInitScript(() => addEventListener('DOMContentLoaded', () => document.querySelector('what-matters').setAttribute('mode', 'together')));

/** Begins with a link worker, opens it by its letter, and unfolds what narrows it down. */
export async function byLetter(page) {
  await onward(page, () => press(page, words.start));
  await page.keyboard.press('Escape');
  await onward(page, () => page.keyboard.press('i'));
  await page.getByText(words['nearby-narrow']).click();
}

/** Goes from a part of the conversation to where ideas are asked for, choosing nothing on the way. */
export async function pastChoices(page) {
  await onward(page, () => press(page, `${words['parts-short']} ${words['parts-long']}`));
  await onward(page, () => press(page, guide.stages.find((stage) => stage.id === 'ideas').title));
  for (let prompt = 0; prompt < 2; prompt += 1) await onward(page, () => press(page, words.continue));
}

/** Opens it from where ideas are asked for. */
export const allOfIt = (page) => onward(page, () => press(page, words['nearby-all']));

export const search = (page) => page.getByRole('textbox', { name: words['nearby-search'] });
export const postcode = (page) => page.getByRole('textbox', { name: words['nearby-postcode'], exact: true });

/** Types what is looked for and a postcode. */
export async function types(page, text, code) {
  await search(page).fill(text);
  await page.getByText(words['nearby-narrow']).click();
  await postcode(page).fill(code);
}

/** What stands in it: what is typed, which of each list is chosen, and what is ticked. */
export const stands = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelector('what-matters').shadowRoot.querySelectorAll('.near > .field, .near .narrow')].flatMap((one) => [...one.querySelectorAll('input, select')]);
    return all.map((one) => (one.type === 'checkbox' ? one.checked : one.value));
  });
/** The same, where nothing was looked for. */
export const NOTHING = ['', '0', '0', '', false, false, false];
