// The screens of the file that travels, brought up one after the other on one page.
import { guide as shipped, words as ours } from './tools.mjs';
import { CANARY, open } from './open.mjs';
import { drop, saved } from './travel.mjs';
import { onward, press } from './walk.mjs';

/** A passphrase nobody types by chance. */
export const PASSPHRASE = `${CANARY} walnut  gärden`;

/** Words that no line can hold, in another direction, and with lines. */
const SAID = [`${CANARY} Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-and-back`, `${CANARY} בוקר טוב, my neighbour says.\nEvery day.`];

/** For the `before` of `open`: it is this day. */
export const on = (day) => (page) => page.clock.setFixedTime(new Date(`${day}T12:00:00`));

/** The same guide, as one that looks back on what was said with the other. */
export const looking = (guide) => ({ ...guide, id: 'looking', looks_back: guide.headings.find((heading) => heading.id === 'tried').id });

/** Goes to a part by the list of parts. */
export const part = async (page, id, { words = ours, guide = shipped } = {}) => {
  await onward(page, () => press(page, `${words['parts-short']} ${words['parts-long']}`));
  await onward(page, () => press(page, guide.stages.find((stage) => stage.id === id).title));
};

/** Writes in the boxes that stand there, one after the other. */
export async function write(page, texts) {
  for (const [at, box] of (await page.locator('.screen textarea').all()).entries()) await box.fill(texts[at % texts.length]);
}

/** Opens *More ways to take it* from wherever the person is. */
export async function ways(page, words = ours) {
  await onward(page, () => press(page, words['my-summary']));
  await onward(page, () => press(page, words['more-ways']));
}

/** A file made on a day: with a hope, a name, life cards and a plan. Locked, where a passphrase is given. */
export async function made(browser, server, day, said, passphrase) {
  const { page, done } = await open(browser, server, '/embed/basic.html', { before: on(day), context: { reducedMotion: 'reduce' } });
  await onward(page, () => press(page, ours.start));
  await onward(page, () => press(page, ours.continue));
  await write(page, [said]);
  await part(page, 'talk');
  await write(page, [`${CANARY} Sam`]);
  await part(page, 'life');
  await onward(page, () => press(page, ours.continue));
  for (const [card, pile] of [[0, 1], [4, 1], [2, 0]]) await page.locator('.card').nth(card).getByRole('radio').nth(pile).check();
  await part(page, 'plan');
  await press(page, ours['add-step']);
  await write(page, [`${said} step`]);
  await onward(page, () => press(page, ours['my-summary']));
  if (!passphrase) {
    const file = await saved(page, () => press(page, ours.download));
    await done();
    return file;
  }
  await onward(page, () => press(page, ours['more-ways']));
  await page.getByRole('checkbox', { name: ours.lock }).check();
  await page.getByRole('textbox').fill(passphrase);
  const file = await saved(page, () => press(page, ours.download));
  await done();
  return file;
}

/** Files of two days and a locked one, made once for all that look at the screens. */
export const files = async (browser, server) => ({
  first: await made(browser, server, '2026-03-02', SAID[0]),
  second: await made(browser, server, '2026-06-03', SAID[1]),
  locked: await made(browser, server, '2026-03-02', SAID[0], PASSPHRASE),
});

/**
 * Brings up all of them and calls `look(name)` on each. The page was given a guide that looks back, and `words` and `guide` are its own.
 */
export async function keptScreens(page, { first, second, locked }, look, { words = ours, guide = shipped } = {}) {
  const go = (key) => onward(page, () => press(page, words[key]));
  await onward(page, () => drop(page, locked));
  await look('a locked file');
  await page.getByRole('textbox').fill(`${CANARY} another`);
  await press(page, words.unlock);
  await page.getByText(words['not-unlocked']).waitFor();
  await look('a locked file that did not open');
  await page.getByRole('textbox').fill(PASSPHRASE);
  await go('unlock');
  await look('whose summary it is');
  await go('open-it');
  await look('then and now');
  await onward(page, () => drop(page, second));
  await go('open-it');
  await write(page, SAID);
  await look('then and now, three times');
  await go('carry-on');
  await part(page, 'matters', { words, guide });
  await write(page, SAID);
  await go('my-summary');
  await look('a summary with what was looked back on');
  await page.locator('.part').nth(1).getByRole('radio').nth(1).check();
  await go('more-ways');
  await look('ways to take it');
  await page.getByRole('radio').nth(1).check();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('textbox').waitFor();
  await look('ways to take it, locked');
  await press(page, words.download);
  await page.getByText(words['passphrase-first']).waitFor();
  await press(page, words['use-offered']);
  await look('ways to take it, with six words');
  await go('show-code');
  await page.locator('svg.code').first().waitFor();
  await look('one code');
  const long = async (bytes) => {
    await go('carry-on');
    await page.locator('.screen textarea').first().fill(`${SAID[0]} `.repeat(Math.ceil(bytes / SAID[0].length)));
    await ways(page, words);
    await go('show-code');
  };
  await long(3600);
  await page.locator('svg.code').nth(3).waitFor();
  await look('four codes');
  await long(9000);
  await page.getByText(words['code-too-long']).waitFor();
  await look('too long for codes');

  await page.locator('what-matters').evaluate((element, guide) => {
    element.restart();
    element.setGuide(guide);
  }, { ...guide, id: 'another', headings: guide.headings.map((heading) => ({ ...heading })) });
  await onward(page, () => drop(page, first));
  await look('a file of another guide');
  await go('open-it');
  await look('a summary that came with a file');
  await page.locator('.part').first().getByRole('radio').nth(1).check();
  await onward(page, () => drop(page, second));
  await look('a file over words that are kept back');
}
