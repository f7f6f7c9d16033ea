// Two voices: the worker's words are named as theirs and look it, the person marks them, both are kept, and both go out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';
import { copied, downloaded, fromDisk, noPrinter, printed } from './support/out.mjs';
import { at, button, out, session, tabTo } from './support/together.mjs';
import { focused, onward } from './support/walk.mjs';

const SAID = `${CANARY} to have someone to call`;
const NOTE = `${CANARY} heard of this from the surgery`;
const BESIDE = `${CANARY} it was my sister`;
const BY = words['by-worker'].replace('{worker}', 'Jo, link worker');

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const mark = (page, key, pressed) => page.getByRole('button', { name: words[key], exact: true, pressed });
const face = (locator) => locator.evaluate((element) => getComputedStyle(element).fontFamily);
const switched = (page, mode) => page.locator('what-matters').evaluate((element, mode) => element.setAttribute('mode', mode), mode);

/** The summary of a session with the person's words and a note to them, both typed as they are. */
async function noted(options) {
  const opened = await session(browser, server, options);
  const { page } = opened;
  await at(page, 'fc-hope');
  await page.keyboard.type(SAID);
  await tabTo(page, ({ name, text }) => name === 'summary' && text === words.note);
  await page.keyboard.press('Enter');
  await tabTo(page, ({ name }) => name === 'textarea');
  await page.keyboard.type(NOTE);
  await out(page);
  await onward(page, () => page.keyboard.press('s'));
  return opened;
}

/** The note is not quite right, and the person says what is. */
async function notQuite(page) {
  await mark(page, 'mark-not-quite', false).click();
  await page.getByRole('textbox', { name: words['mark-own'] }).fill(BESIDE);
}

test('what the worker wrote is named as theirs, looks different, and stands under the same heading', async () => {
  const { page, done } = await noted();
  const part = page.locator('.part').filter({ hasText: SAID });
  const note = part.locator('.noted');
  assert.equal(await note.locator('.by').textContent(), BY);
  assert.equal(await note.locator('.own').textContent(), NOTE);
  assert.equal(await face(note.locator('.own')), await face(page.locator('.wm')), "it stands in the tool's face");
  assert.notEqual(await face(part.locator('.said:not(.noted) .own')), await face(note.locator('.own')));
  await done();
});

test('a mark is made, changed, taken back or left, by key, and is heard with the words it is about', async () => {
  const { page, done } = await noted();
  assert.equal(await page.locator('[aria-pressed=true]').count(), 0, 'none is made for them');
  await tabTo(page, ({ text }) => text === words['mark-right']);
  const about = await page.evaluate(() => {
    const root = document.querySelector('what-matters').shadowRoot;
    return root.getElementById(root.activeElement.getAttribute('aria-describedby')).textContent;
  });
  assert.ok(about.includes(BY) && about.includes(NOTE), about);
  await page.keyboard.press('Enter');
  await mark(page, 'mark-right', true).waitFor();
  assert.equal((await focused(page)).text, words['mark-right'], 'the focus stays');
  await mark(page, 'mark-not-quite', false).press('Enter');
  await mark(page, 'mark-right', false).waitFor();
  await mark(page, 'mark-not-quite', true).press('Enter');
  await mark(page, 'mark-not-quite', false).waitFor();
  assert.equal(await page.getByRole('textbox', { name: words['mark-own'] }).count(), 0);
  await done();
});

test('both stand when it is not quite right, alone as well, and nothing is lost on the way there and back', async () => {
  const { page, done } = await noted();
  await notQuite(page);
  await switched(page, 'alone');
  await page.locator('.cue').waitFor({ state: 'detached' });
  const stands = async () => {
    await page.locator('.noted').getByText(NOTE).waitFor();
    assert.equal(await page.locator('.noted .by').textContent(), BY);
    await mark(page, 'mark-not-quite', true).waitFor();
    assert.equal(await page.getByRole('textbox', { name: words['mark-own'] }).inputValue(), BESIDE);
    await page.getByText(SAID).waitFor();
  };
  await stands();
  await onward(page, () => button(page, words['carry-on']).click());
  assert.equal(await page.getByRole('textbox').first().inputValue(), SAID);
  assert.equal(await button(page, words['mark-right']).count(), 0, 'alone there is no note to add');
  await switched(page, 'together');
  await page.locator('.cue').waitFor();
  await onward(page, () => button(page, words['my-summary']).click());
  await stands();
  await done();
});

test('the page to print holds both voices, each as it is', async () => {
  const { page, done } = await noted({ before: noPrinter });
  await notQuite(page);
  const { lines } = await printed(page);
  for (const text of [SAID, BY, NOTE, BESIDE, words['mark-not-quite']]) assert.ok(lines.some((line) => line.includes(text)), text);
  await done();
});

test('the file holds both voices, and the worker’s words are not in the book face', async () => {
  const { page, done } = await noted();
  await notQuite(page);
  const file = await downloaded(page);
  await fromDisk(browser, file.path, async (page) => {
    const faces = {};
    for (const text of [SAID, NOTE, BESIDE]) faces[text] = await face(page.getByText(text, { exact: true }));
    for (const text of [BY, words['mark-not-quite']]) assert.ok((await page.locator('body').textContent()).includes(text), text);
    assert.equal(faces[SAID], faces[BESIDE], 'the person’s words stand in one face');
    assert.notEqual(faces[NOTE], faces[SAID]);
    assert.equal(faces[NOTE], await face(page.locator('body')));
  });
  file.forget();
  await done();
});

test('the text that is copied says whose words they are', async () => {
  const { page, done } = await noted({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await notQuite(page);
  const text = await copied(page, button(page, words.copy), words.copied);
  const [said, by, note, own] = [SAID, BY, NOTE, BESIDE].map((part) => text.indexOf(part));
  assert.ok(said >= 0 && by > said && note > by && own > note, text);
  await done();
});

test('what is kept back is kept back in both voices', async () => {
  const { page, done } = await noted({ before: noPrinter });
  await page.locator('.share input').nth(1).check();
  await page.getByText(words['all-kept']).waitFor();
  assert.equal(await button(page, words.print).count(), 0);
  await done();
});

test('the worker mends their note in its place, and the mark that was made on the old words is gone', async () => {
  const { page, done } = await noted();
  await mark(page, 'mark-right', false).click();
  await page.locator('.entry', { hasText: NOTE }).locator('.edit').click();
  await page.getByRole('textbox', { name: words['note-label'] }).fill(`${CANARY} from her sister`);
  await page.locator('.entry.open .edit').click();
  await page.locator('.noted').getByText('from her sister').waitFor();
  assert.equal(await mark(page, 'mark-right', true).count(), 0);
  await done();
});

test('what someone else answered is named as theirs and can be marked', async () => {
  const { page, done } = await session(browser, server);
  await button(page, words.start).click();
  await page.getByRole('checkbox', { name: words['room-answers'] }).check();
  await onward(page, () => button(page, words.continue).click());
  await page.keyboard.type(SAID);
  await out(page);
  await onward(page, () => page.keyboard.press('s'));
  await page.locator('.by', { hasText: words['by-helper'] }).waitFor();
  await mark(page, 'mark-right', false).click();
  await mark(page, 'mark-right', true).waitFor();
  await done();
});
