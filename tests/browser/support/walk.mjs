// Walks a conversation the way a person would, by mouse or by keyboard alone, waiting for what they would see.
import { words } from './tools.mjs';
import { CANARY } from './open.mjs';

/** Where the person is: the heading's id, which names the prompt and its card, and its words. */
export const place = (page) =>
  page.evaluate(() => {
    const heading = document.querySelector('what-matters').shadowRoot.querySelector('h2');
    return heading ? `${heading.id} ${heading.textContent}` : '';
  });

/** Does something, and waits until another heading stands there. */
export async function onward(page, act) {
  const before = await place(page);
  await act();
  await page.waitForFunction((then) => {
    const heading = document.querySelector('what-matters').shadowRoot.querySelector('h2');
    return heading && `${heading.id} ${heading.textContent}` !== then;
  }, before);
}

export const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** Two lines to write in a box of a prompt, of marks that want care. */
const twoLines = (prompt, nth) => `${CANARY} ${prompt} ${nth}: tea & “cake” <b>\nsecond line`;

/** Answers whatever stands on the screen, and returns the words typed. */
export async function answer(page, tell = twoLines) {
  const typed = [];
  const say = async (box, nth) => {
    const text = tell((await place(page)).split(' ')[0], nth);
    await box.fill(text);
    typed.push(text);
  };
  const cards = page.locator('.card');
  if (await cards.count()) {
    for (const [at, pile] of [[0, words['pile-change']], [2, words['pile-change']], [3, words['pile-well']], [4, words['pile-not-now']]]) {
      await cards.nth(at).getByRole('radio', { name: pile }).check();
    }
    for (const choice of await page.getByRole('checkbox').all()) if (await choice.isEnabled()) await choice.check();
    return typed;
  }
  if (await page.getByRole('button', { name: words['add-step'], exact: true }).count()) {
    await press(page, words['add-step']);
    await page.getByRole('radio', { name: words['who-me'], exact: true }).check();
  } else if (await page.getByRole('checkbox').count()) {
    await page.getByRole('checkbox').first().check();
    const other = page.getByRole('checkbox', { name: 'Something else' });
    if (await other.count()) await other.last().check();
  } else if (await page.getByRole('radio').count()) {
    await page.getByRole('radio').nth(1).check();
  }
  let nth = 0;
  for (const box of await page.locator('.screen textarea').all()) await say(box, (nth += 1));
  return typed;
}

/** Walks from the welcome screen to the summary's prompt by mouse. Returns every text typed, in order. */
export async function walk(page, start = words.start, tell = twoLines) {
  const typed = [];
  await onward(page, () => press(page, start));
  for (;;) {
    typed.push(...(await answer(page, tell)));
    const last = await page.getByRole('button', { name: words['see-summary'], exact: true }).count();
    await onward(page, () => press(page, last ? words['see-summary'] : words.continue));
    if (last) return typed;
  }
}

/** What has the focus inside the widget. */
export const focused = (page) =>
  page.evaluate(() => {
    const now = document.querySelector('what-matters').shadowRoot.activeElement;
    return now && { id: now.id, name: now.localName, type: now.type ?? '', text: (now.getAttribute('aria-label') ?? now.textContent).trim() };
  });
