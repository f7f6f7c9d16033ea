// A whole first session by keyboard alone, from the welcome screen to print.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asked, chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';
import { noPrinter, printed } from './support/out.mjs';
import { at, button, heard, out, session, tabTo } from './support/together.mjs';
import { focused, onward, place } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const prompts = guide.stages.flatMap((stage) => stage.prompts);
const isTyped = ({ name }) => name === 'textarea';
const NOTE = `${CANARY} in my own voice`;

/** The prompt whose place has come up, by the id of its heading. */
const promptAt = async (page) => {
  const [id] = (await place(page)).split(' ');
  const prompt = prompts.find((prompt) => id.includes(`-${prompt.id}_`));
  assert.ok(prompt, `there is no prompt at ${id}`);
  return prompt;
};

/** What stands on the screen as question and hint. */
const shown = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('what-matters');
    return { ask: shadowRoot.querySelector('h2').textContent, hint: shadowRoot.querySelector('h2 + .hint')?.textContent ?? '' };
  });

/** Fails unless what has the focus is the place for an answer, heard with the question and the hint. */
async function ready(page, id) {
  const inside = await page.evaluate(() => Boolean(document.querySelector('what-matters').shadowRoot.activeElement?.closest('.place')));
  assert.ok(inside, `${id}: the focus is on ${JSON.stringify(await focused(page))}`);
  const { ask, hint } = await shown(page);
  const [own, ...around] = await heard(page);
  const named = [own, ...around].find(({ name }) => name === ask);
  assert.ok(named, `${id}: nothing that is heard has the name “${ask}”: ${JSON.stringify([own, ...around])}`);
  // A scale says what its ends are as well.
  assert.ok(named.description.startsWith(hint), `${id}: the description begins with the hint: “${named.description}”`);
}

/** Answers by key whatever has the focus, and returns what was typed. */
async function answered(page, id) {
  const typed = [];
  const type = async () => {
    const text = `${CANARY} ${id} ${typed.length}`;
    await page.keyboard.type(text);
    typed.push(text);
  };
  const now = await focused(page);
  if (isTyped(now)) {
    await type();
  } else if (now.type === 'radio' && (await page.locator('.card').count())) {
    // The first pile is *Going well*, and the next *Want a change*.
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, ({ type }) => type === 'checkbox');
    await page.keyboard.press('Space');
  } else if (now.type) {
    await page.keyboard.press('Space');
    // The first pace is to talk only, and leads past the plan.
    if (now.type === 'radio') await page.keyboard.press('ArrowDown');
    for (const box of await page.locator('.place textarea').all()) {
      const its = await box.getAttribute('id');
      await tabTo(page, (now) => now.id === its);
      await type();
    }
  } else {
    // The plan begins with its button. The row is the worker's own.
    await page.keyboard.press('Enter');
    await page.locator('.step').waitFor();
    await tabTo(page, isTyped);
    await type();
    await tabTo(page, ({ type }) => type === 'radio');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  return typed;
}

test('a worker goes through a first session with no mouse: each place is ready and named, and every word stands in the summary', async () => {
  const { page, done } = await session(browser, server, { before: noPrinter });
  await tabTo(page, ({ text }) => text === words.start);
  await onward(page, () => page.keyboard.press('n'));
  const typed = [];
  let asking = 0;
  for (;;) {
    if (await page.locator('.letter').count()) break;
    const prompt = await promptAt(page);
    if (prompt.answer.kind === 'notice') {
      await onward(page, () => page.keyboard.press('n'));
      continue;
    }
    asking += 1;
    if (prompt.tells === 'writer') {
      // Who is here is asked in place of who writes.
      assert.equal((await heard(page))[0].name, words['room-others']);
      await page.keyboard.type('Mira, interpreter');
      await out(page);
      await page.keyboard.press('o');
      await page.getByRole('button', { name: words['by-phone'], pressed: true }).waitFor();
    } else {
      await ready(page, prompt.id);
      typed.push(...(await answered(page, prompt.id)));
    }
    if (prompt.id === 'fc-hope') {
      await tabTo(page, ({ name, text }) => name === 'summary' && text === words.note);
      await page.keyboard.press('Enter');
      await tabTo(page, isTyped);
      await page.keyboard.type(NOTE);
    }
    await onward(page, () => page.keyboard.press('Control+Enter'));
  }
  assert.ok(asking === 23 && typed.length >= 17, `${asking} prompts, ${typed.length} boxes`);

  // The read-back, heading by heading.
  let headings = 1;
  const letter = () => page.locator('.letter').evaluate((letter) => letter.textContent);
  let all = await letter();
  while (!(await button(page, words.print).count())) {
    const before = await page.locator('.part').first().textContent();
    await page.keyboard.press('n');
    await page.waitForFunction((before) => {
      const { shadowRoot } = document.querySelector('what-matters');
      return shadowRoot.querySelectorAll('.part').length > 1 || shadowRoot.querySelector('.part').textContent !== before;
    }, before);
    if (await button(page, words.print).count()) break;
    headings += 1;
    all += await letter();
  }
  assert.ok(headings >= 10, `${headings} headings`);
  for (const text of [...typed, NOTE]) assert.ok(all.includes(text), `${text} is read back`);

  await tabTo(page, ({ text }) => text === words['mark-right']);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words['mark-right'], pressed: true }).waitFor();
  await tabTo(page, ({ text }) => text === words.print);
  const sheet = await printed(page, () => page.keyboard.press('Enter'));
  const lines = sheet.lines.join('\n');
  for (const text of [...typed, NOTE]) assert.ok(lines.includes(text), `${text} is printed`);
  for (const text of [words['about-met-phone'].replace('{worker}', 'Jo, link worker'), words['about-there'].replace('{others}', 'Mira, interpreter'), words['mark-right']]) {
    assert.ok(lines.includes(text), `${text} is printed`);
  }
  await done();
});

test('a step is put down as the worker’s own, and the end has no place to write but puts another in the plan in one press', async () => {
  const { page, done } = await session(browser, server);
  await at(page, 'fc-else');
  await onward(page, () => page.keyboard.press('Control+Enter'));
  await onward(page, () => page.keyboard.press('n'));
  const ending = page.locator('.ending');
  for (const line of guide.ending) assert.ok((await ending.textContent()).includes(line), line);
  assert.equal(await ending.locator('textarea, input').count(), 0);
  await onward(page, () => button(page, words['ending-step']).press('Enter'));
  assert.equal((await promptAt(page)).id, 'fc-step');
  const { name } = await focused(page);
  assert.equal(name, 'textarea', 'its words can be typed at once');
  await page.keyboard.type(`${CANARY} ring the council`);
  assert.equal(await page.getByRole('radio', { name: 'My link worker' }).isChecked(), true);
  await done();
});

test('prompts are asked in any order and in the worker’s own words, and the words so far are there to read back', async () => {
  const { page, done } = await session(browser, server);
  await at(page, 'fc-people');
  await page.keyboard.type(`${CANARY} my sister`);
  await out(page);
  await onward(page, () => page.keyboard.press('j'));
  await page.keyboard.type('chapel');
  await page.getByText(words['jump-none']).waitFor();
  await page.keyboard.press('Escape');
  await onward(page, () => page.keyboard.press('Escape'));
  // Back from the search a letter is a key again.
  await page.keyboard.press('w');
  const card = page.locator('.cue');
  await card.getByText(`${CANARY} my sister`).waitFor();
  await card.locator('summary', { hasText: words.wording }).press('Enter');
  await tabTo(page, isTyped);
  await page.keyboard.type('Who would you ring at night?');
  await page.getByRole('heading', { name: 'Who would you ring at night?' }).waitFor();
  assert.notEqual(asked('fc-people'), (await shown(page)).ask);
  await done();
});
