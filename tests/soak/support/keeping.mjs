// Where keeping is switched on, and where what was kept is taken up again. Each form of keeping is one entry.
import { words } from '../../browser/support/tools.mjs';
import { FORMS as NAMES, SIX, unlock } from '../../browser/support/keep.mjs';
import { press } from '../../browser/support/walk.mjs';
import { deadTab } from './dead.mjs';

/** Chooses a form on the welcome screen. What earlier runs left is gone first, since a browser gives a site so much room and no more. */
const on = (form) => async (page) => {
  await page.evaluate(() => localStorage.clear());
  await press(page, words['keep-here']);
  await page.getByRole('radio', { name: NAMES[form] }).check();
  if (form === 'device') await page.getByRole('textbox', { name: words.passphrase }).fill(SIX);
  await press(page, words['keep-use']);
  await page.getByText(words[`kept-${form}-said`]).first().waitFor();
};

/**
 * The forms there are. `on(page)` presses what a person presses for the words to be kept, on the welcome screen;
 * `back(page)` takes them up again as a person would after their tab was killed, and answers with the prompt they come back to, what stands in its box, and their summary.
 * It is asked for before the kill, and called after it.
 */
export const FORMS = {
  'on the device': {
    on: on('device'),
    back: async (page) => async () => {
      const again = await page.context().newPage();
      await again.goto(page.url());
      await unlock(again);
      await again.locator('.kept').waitFor();
      const found = await (await again.waitForFunction(reads, words)).jsonValue();
      await again.close();
      return found;
    },
  },
  'in the tab': {
    on: on('tab'),
    back: async (page) => {
      const tab = await deadTab(page);
      return async () => {
        await tab.load();
        return tab.until(reads, words);
      };
    },
  },
};

/**
 * Goes on where it was left, and reads: the prompt, what stands in its box, and then the whole summary.
 * It is called over and over, and answers once it has all of it. It runs in the browser.
 */
function reads(words) {
  const root = document.querySelector('what-matters')?.shadowRoot;
  const click = (name) => [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent.trim() === name)?.click();
  const heading = root?.querySelector('h2');
  if (window.found) return heading?.textContent === words['my-summary'] ? { ...window.found, summary: root.querySelector('.screen').innerText } : undefined;
  const box = root?.querySelector('.screen textarea');
  if (box && heading) {
    window.found = { at: `${heading.id} ${heading.textContent}`, words: box.value };
    click(words['my-summary']);
  } else {
    click(words['carry-on']);
  }
  return undefined;
}
