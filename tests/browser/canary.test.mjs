// The canary that every test has with it: it sings wherever words may be left, and it knows each kind of box.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { begin, script } from './support/host.mjs';
import { SINKS } from './support/canary.mjs';
import { looking, made, part, PASSPHRASE, ways } from './support/kept.mjs';
import { CANARY, open } from './support/open.mjs';
import { session } from './support/together.mjs';
import { drop } from './support/travel.mjs';
import { onward, press, walk } from './support/walk.mjs';

/** A word of its own for each of the sinks, which no page has. */
const WORDS = Object.fromEntries(SINKS.map((sink, at) => [sink, `zwieback${String.fromCharCode(97 + at).repeat(3)}`]));

/** What a page could do to leave a word in each of them. It reads it where every page can: in the box. */
const LEAKS = {
  request: (word) => fetch('/nowhere', { method: 'POST', body: word }),
  address: (word) => history.replaceState(null, '', `?${word}`),
  history: (word) => history.replaceState({ word }, ''),
  title: (word) => (document.title = word),
  console: (word) => console.log({ word }),
  localStorage: (word) => localStorage.setItem('word', word),
  sessionStorage: (word) => sessionStorage.setItem(word, 'word'),
  database: (word) =>
    new Promise((done) => {
      const asked = indexedDB.open('words');
      asked.onupgradeneeded = () => asked.result.createObjectStore('words').put(word, 'word');
      asked.onsuccess = () => done(asked.result.close());
    }),
  cookie: (word) => (document.cookie = `word=${word}`),
  cache: async (word) => (await caches.open('words')).put('/word', new Response(word)),
  light: (word) => document.querySelector('what-matters').setAttribute('data-word', word),
  event: (word) => document.querySelector('what-matters').dispatchEvent(new CustomEvent('of-the-page', { detail: { word } })),
  global: (word) => Object.defineProperty(window, 'ofThePage', { value: { deep: [word] } }),
  performance: (word) => performance.mark('mark', { detail: word }),
  download: (word) => {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['.'])), download: `${word}.txt` });
    link.click();
  },
  error: (word) => setTimeout(() => Promise.reject(new Error(word))),
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** What `done()` says, where it says no. */
const said = (done, options) => done(options).then(() => [], ({ actual }) => actual);

test('a word that is left in any of the places is found there, and named', async () => {
  const { page, done } = await open(browser, server);
  await begin(page, Object.values(WORDS).join(' '));
  const download = page.waitForEvent('download');
  const error = page.waitForEvent('pageerror');
  for (const sink of SINKS) await page.evaluate(`(${LEAKS[sink]})(${JSON.stringify(WORDS[sink])})`);
  await Promise.all([download, error]);
  const found = await said(done);
  for (const sink of SINKS) {
    const line = found.find((one) => one.startsWith(`${sink} holds a person's words: `)) ?? '';
    assert.ok(line.includes(WORDS[sink]), `${sink}: ${found.join('\n')}`);
  }
});

test('what a person chose to keep may hold their words until the tab closes, and on the device only locked', async () => {
  for (const [keeps, storage, left] of [['tab', 'sessionStorage', []], ['device', 'localStorage', ["localStorage holds a person's words: zwiebackaaa"]], ['device', 'sessionStorage', ['sessionStorage: something is stored', "sessionStorage holds a person's words: zwiebackaaa"]]]) {
    const { page, done } = await open(browser, server);
    await begin(page, 'zwiebackaaa');
    await page.evaluate((storage) => window[storage].setItem('kept', 'zwiebackaaa'), storage);
    assert.deepEqual(await said(done, { keeps }), left);
  }
});

test('a page that is left for another, and closed without a word more, is looked at as it goes', async () => {
  const { page, context } = await open(browser, server);
  await begin(page, 'zwiebackaaa');
  await page.evaluate(() => (document.title = 'zwiebackaaa'));
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('about:blank');
  assert.deepEqual(await said(() => context.close()), ["title holds a person's words: zwiebackaaa", "light holds a person's words: zwiebackaaa"]);
});

/** A word of its own for each box that is typed in. */
function tellsApart() {
  let count = 0;
  return () => `zwieback${String.fromCharCode(97 + Math.floor(count / 26), 97 + (count++ % 26)).repeat(2)} and more`;
}

/** What each box is for, by its id: the widget's number, a place, and the kind. */
const kinds = (typed) => new Set(typed.map(([id]) => id.replace(/^wm\d+-/, '').replace(/_\d+$/, '').replace(/^(.*)_detail_.*$/, '$1_detail')));

/** One prompt of each kind that words are asked for in. */
const ASKED = ['fc-who', 'fc-hope', 'fc-name', 'fc-comms', 'fc-areas', 'fc-area-now', 'fc-area-change', 'fc-importance', 'fc-notnow', 'fc-step', 'fc-touch', 'fc-check'];

test('alone, with a word of its own in every kind of box, none is anywhere else', async () => {
  const { page, done, typed } = await open(browser, server);
  const prompts = guide.stages.flatMap((stage) => stage.prompts).filter((prompt) => ASKED.includes(prompt.id)).map(({ for: _, core, ...prompt }) => prompt);
  await script(page, (element, guide) => element.setGuide(guide), { ...guide, routes: [{ id: 'full' }], stages: [{ ...guide.stages[0], prompts }] });
  await walk(page, words.start, tellsApart());
  const asked = ['hope__words', 'name__words', 'importance__words', 'touch__words', 'notnow__words', 'area-now_home_words', 'area-change_home_words', 'who__detail', 'comms__detail', 'step__what', 'step__when', 'step__help'];
  const heard = kinds(await typed());
  for (const kind of asked) assert.ok(heard.has(`fc-${kind}`), kind);
  await done({ allowed: [/guide-warnings/] });
});

test('together, with a word of its own in every kind of box, none is anywhere else', async () => {
  const { page, done, typed } = await session(browser, server);
  const tell = tellsApart();
  const write = (box) => box.fill(tell());
  await onward(page, () => press(page, words.start));
  await write(page.locator('.place textarea'));
  await onward(page, () => press(page, words.continue));
  await write(page.locator('.place textarea').first());
  await page.locator('summary', { hasText: words.note }).first().click();
  await write(page.locator('details textarea').first());
  const opens = (button) => button.dispatchEvent('click');
  await opens(page.locator('.bar .opener'));
  for (const nth of [0, 1]) await opens(page.locator('.cue .folded .opener').nth(nth));
  for (const nth of [0, 1]) await opens(page.locator('.cue summary').nth(nth));
  await write(page.locator('.cue textarea').first());
  await opens(page.locator('.bar .opener'));
  await onward(page, () => press(page, words.jump));
  // The box to seek in has no place, and no id.
  await write(page.getByRole('textbox'));
  await onward(page, () => press(page, words['carry-on']));
  await onward(page, () => press(page, words['my-summary']));
  await press(page, words['mark-not-quite']);
  await write(page.locator('.mark textarea'));
  assert.deepEqual([...kinds(await typed())].sort(), ['', 'fc-hope__beside-note', 'fc-hope__note', 'fc-hope__wording', 'fc-hope__words', 'fc-who__others']);
  await done();
});

test('with a file that came, words looked back with and a passphrase are nowhere else', async () => {
  const file = await made(browser, server, '2026-03-02', `${CANARY} then`, PASSPHRASE);
  const { page, done, typed } = await open(browser, server);
  await script(page, (element, guide) => element.setGuide(guide), looking(guide));
  await onward(page, () => drop(page, file));
  await page.getByRole('textbox').fill(PASSPHRASE);
  await onward(page, () => press(page, words.unlock));
  await onward(page, () => press(page, words['open-it']));
  await page.locator('.screen textarea').first().fill('zwiebackaaa');
  await ways(page);
  await page.getByRole('checkbox', { name: words.lock }).check();
  await page.getByRole('textbox').fill('zwiebackbbb and zwiebackccc');
  assert.deepEqual([...kinds(await typed())].sort(), ['fc-who__looked', 'passphrase']);
  await done();
});
