// Where keeping is switched on, and where what was kept is taken up again. Each form of keeping is one entry.
import { words } from '../../browser/support/tools.mjs';
import { FORMS as NAMES, SIX, unlock } from '../../browser/support/keep.mjs';
import { press } from '../../browser/support/walk.mjs';

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
 * `back(page)` opens the page again as a person would after their tab went, takes up what was kept,
 * goes to the step where they were, and answers with that page.
 * What is kept until the tab closes comes back in the tab that was killed, and no page of ours can load a dead tab again.
 */
export const FORMS = {
  'on the device': {
    on: on('device'),
    back: async (page) => {
      const again = await page.context().newPage();
      await again.goto(page.url());
      await unlock(again);
      await again.locator('.kept').waitFor();
      return again;
    },
  },
};
