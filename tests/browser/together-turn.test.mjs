// What the person sees when the screen is turned to them, what must not be seen then, and where the cue stands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asked, chromium, guide, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { at, button, out, session } from './support/together.mjs';
import { onward, place } from './support/walk.mjs';

const SAID = `${CANARY} and getting to chapel`;
const spoken = guide.stages.flatMap((stage) => stage.prompts).find((prompt) => prompt.spoken);
const PAGES = { '/call.html': () => host(`${element('mode="together" worker-name="Jo"')}<iframe srcdoc="<button>Share this window</button>"></iframe>`) };

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** All there is to read and to press on the screen, under the row that is on every screen. */
const seen = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('what-matters').shadowRoot;
    const blocks = [...root.querySelectorAll('.at h2, .at p, .at button, .at textarea, .at summary, .cue, .notice:not(.none)')];
    return blocks.filter((block) => block.checkVisibility()).map((block) => block.textContent);
  });

const size = (locator) => locator.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));

for (const [by, turn] of Object.entries({ 'one key': (page) => page.keyboard.press('t'), 'one press': (page) => button(page, words.turn).click() })) {
  test(`by ${by} the screen is the person's: the question and their words, in large type, and the way back`, async () => {
    const { page, done } = await session(browser, server);
    await at(page, 'fc-matters');
    await page.keyboard.type(SAID);
    const [ask, box] = [await size(page.locator('h2')), await size(page.getByRole('textbox'))];
    await out(page);
    await turn(page);
    await page.locator('.turned').waitFor();
    assert.deepEqual(await seen(page), [asked('fc-matters'), SAID, words['turn-back']]);
    const own = page.locator('.turned .own');
    assert.ok((await size(own)) >= box * 1.3, 'their words are larger than in the box');
    assert.ok((await size(page.locator('h2'))) >= ask);
    await page.keyboard.press('Escape');
    await page.locator('.turned').waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('textbox').inputValue(), SAID);
    await done();
  });
}

test('the summary turns as well, as far as it is read back', async () => {
  const { page, done } = await session(browser, server);
  await at(page, 'fc-matters');
  await page.keyboard.type(SAID);
  await out(page);
  await onward(page, () => page.keyboard.press('s'));
  await page.keyboard.press('t');
  await page.locator('.turned').waitFor();
  const heading = guide.headings.find((heading) => heading.id === 'matters').title;
  assert.deepEqual(await seen(page), [words['my-summary'], heading, SAID, words['turn-back']]);
  await done();
});

const texts = ['ask', 'say', 'follow', 'listen', 'avoid', 'hint'].map((name) => spoken[name]);
/** What of it is anywhere in the widget. */
const standing = (page) =>
  page.evaluate((texts) => {
    const all = document.querySelector('what-matters').shadowRoot.textContent;
    return texts.filter((text) => all.includes(text));
  }, texts);

/** Goes to what is spoken only, and says that the two are alone. */
async function spokenTo(page) {
  await at(page, 'fc-strengths');
  await out(page);
  await onward(page, () => page.keyboard.press('b'));
  assert.deepEqual(await standing(page), [], 'nothing of it stands before');
  await alone(page);
}

async function alone(page) {
  await onward(page, () => button(page, words['spoken-alone']).click());
  assert.deepEqual(await standing(page), texts, 'all of it stands after');
}

const HIDES = {
  'the screen is turned': async (page) => {
    await page.keyboard.press('t');
    await page.locator('.turned').waitFor();
    assert.deepEqual(await standing(page), []);
    await page.keyboard.press('t');
  },
  'the window is no longer looked at': (page) => page.frameLocator('iframe').getByRole('button').focus(),
  'the summary is opened and shut': async (page) => {
    await onward(page, () => page.keyboard.press('s'));
    assert.deepEqual(await standing(page), []);
    await page.keyboard.press('Escape');
  },
  'the worker goes back and comes again': async (page) => {
    await onward(page, () => page.keyboard.press('n'));
    await out(page);
    await page.keyboard.press('b');
  },
};

for (const [when, hide] of Object.entries(HIDES)) {
  test(`what is spoken only stands once they are alone together, and hides when ${when}`, async () => {
    const { page, done } = await open(browser, server, '/call.html', { context: { reducedMotion: 'reduce' } });
    await spokenTo(page);
    await hide(page);
    await page.getByRole('heading', { name: words.spoken }).waitFor();
    assert.deepEqual(await standing(page), []);
    await alone(page);
    await done();
  });
}

test('the cue stands beside the prompt from 900 px of the element’s own width, and below that in a drawer, however wide the window', async () => {
  const { page, done } = await session(browser, server, { context: { viewport: { width: 1600, height: 800 } } });
  await at(page, 'fc-matters');
  const look = (width) =>
    page.evaluate((width) => {
      const element = document.querySelector('what-matters');
      element.style.width = `${width}px`;
      const rect = (selector) => element.shadowRoot.querySelector(selector).getBoundingClientRect();
      const isSeen = (selector) => element.shadowRoot.querySelector(selector).checkVisibility();
      return { beside: rect('.cue').left >= rect('.screen').right, sheet: isSeen('.cue-sheet'), handle: isSeen('.bar .opener'), inSight: rect('.bar').bottom <= innerHeight };
    }, width);
  const drawer = { beside: false, sheet: false, handle: true, inSight: true };
  const sheet = { beside: true, sheet: true, handle: false, inSight: true };
  const seen = {};
  for (const width of [320, 899, 900, 1600]) seen[width] = await look(width);
  assert.deepEqual(seen, { 320: drawer, 899: drawer, 900: sheet, 1600: sheet });
  await done();
});

test('in a phone the drawer opens and shuts by one press, and what is opened by a key is seen in it', async () => {
  const { page, done } = await session(browser, server, { context: { viewport: { width: 320, height: 568 } } });
  await at(page, 'fc-matters');
  const here = await place(page);
  const sheet = page.locator('.cue-sheet');
  const handle = button(page, words['cue-drawer']);
  await handle.click();
  await sheet.getByText(words['cue-say'], { exact: true }).waitFor();
  assert.equal(await handle.getAttribute('aria-expanded'), 'true');
  await handle.click();
  await sheet.waitFor({ state: 'hidden' });
  await page.getByRole('textbox').first().focus();
  await out(page);
  await page.keyboard.press('r');
  await sheet.getByText(words['sayings-reflect']).waitFor();
  assert.equal(await place(page), here);
  await done();
});
