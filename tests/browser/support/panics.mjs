// How each place of the program is made to break: what is done before, and what then meets the place.
import { words } from './tools.mjs';
import { CANARY } from './open.mjs';
import { GUIDE } from './fault.mjs';
import { onward, place, press } from './walk.mjs';

export const LAST = `${CANARY} the last words, which nobody committed`;
export const box = (page) => page.locator('what-matters .screen textarea').first();
const script = (page, act, value) => page.evaluate(`(${act})(document.querySelector('what-matters'), ${JSON.stringify(value)})`);
export const types = (page) => box(page).fill(LAST);
const summary = (page) => onward(page, () => press(page, words['my-summary']));
const locks = async (page) => {
  await onward(page, () => press(page, words['more-ways']));
  await page.getByRole('checkbox', { name: words.lock }).check();
  await page.getByRole('textbox', { name: words.passphrase }).fill(`${CANARY}-passphrase`);
};
const takenOff = (page) =>
  script(page, (element) => {
    element.remove();
    // It is taken down once it stays off.
    return new Promise((resolve) => setTimeout(() => resolve(document.body.append(element))));
  });

/** What is done before a place is to break, and what has it break: both as a person or a host does it. Typing is what most meet. */
export const DOINGS = {
  'render-welcome': [, async (page) => {
    const screen = page.locator('what-matters .screen');
    for (let at = 0; at < 9 && (await screen.count()) > 0; at += 1) {
      const before = await place(page);
      await press(page, words.back);
      await page.waitForFunction((then) => {
        const heading = document.querySelector('what-matters').shadowRoot.querySelector('h2');
        return heading && `${heading.id} ${heading.textContent}` !== then;
      }, before);
    }
  }],
  'effect-tell': [, (page) => press(page, words['see-summary'])],
  'effect-copy': [summary, (page) => press(page, words.copy)],
  'effect-download': [summary, (page) => press(page, words.download)],
  'effect-print': [summary, (page) => press(page, words.print)],
  'event-open': [, (page) => press(page, words['my-summary'])],
  'timer-afterwards': [async (page) => { await summary(page); await locks(page); }, (page) => press(page, words.download)],
  'load-configure': [, (page) => script(page, (element) => (element.nation = 'wales'))],
  'load-guide': [, (page) => script(page, (element, guide) => element.setGuide(guide), GUIDE)],
  'load-words': [, (page) => script(page, (element) => element.removeAttribute('words'))],
  'load-rest': [, (page) => page.evaluate(() => document.body.append(document.createElement('what-matters')))],
  'save-file': [summary, (page) => press(page, words.download)],
  'save-lock': [async (page) => { await summary(page); await locks(page); }, (page) => press(page, words.download)],
  'drop-detach': [, takenOff],
  'drop-tree': [, takenOff],
  'drop-listener': [, takenOff],
};
