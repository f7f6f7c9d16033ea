// Languages, words, guides and names that a host sets, changes and takes away, and where it is told of them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { begin, hears, listen, script, SMALL, told } from './support/host.mjs';
import { CANARY, open } from './support/open.mjs';
import { BROWSER } from './support/trouble.mjs';
import { onward, press } from './support/walk.mjs';

const text = `${CANARY} and the river`;
const POLISH = { ...words, language: 'pl', start: 'Zaczynamy', continue: 'Dalej', 'see-summary': 'Moje podsumowanie' };
const ASKED = SMALL.stages[0].prompts[0].ask;
const POLISH_ASKED = 'O czym myślisz?';
/** The small guide in two languages, of which one question is truly in both. */
const BOTH = JSON.stringify({ ...SMALL, languages: ['en', 'pl'] }, (key, value) => {
  if (!['title', 'ask', 'why'].includes(key)) return value;
  return typeof value === 'string' ? { en: value, pl: value === ASKED ? POLISH_ASKED : value } : value;
});
const give = `<script type="module">import '/what-matters.js'; document.querySelector('what-matters').setGuide(${JSON.stringify(SMALL)})</script>`;
const deep = `<div id="outer"></div><script type="module">
  import '/what-matters.js';
  document.getElementById('outer').attachShadow({ mode: 'open' }).append(document.createElement('what-matters'));
</script>`;
const PAGES = {
  '/both.html': host(element('guide="/both.json"')),
  '/both.json': { body: BOTH },
  '/polish.html': host(element('words="/polish.json"')),
  '/polish.json': { body: JSON.stringify(POLISH) },
  '/given.html': host(element('guide="/none.json"') + give),
  '/deep.html': host(deep),
  '/twins.html': host(element() + element()),
  '/nation.html': host(element('nation="atlantis"')),
  '/route.html': host(element('route="scenic"')),
};

let isMissing = false;
let browser, server;
const change = (path) => (isMissing && path.endsWith('.wasm') ? { status: 404 } : PAGES[path] && { ...PAGES[path] });
before(async () => ([browser, server] = await Promise.all([chromium(), serve(change)])));
after(() => Promise.all([browser?.close(), server?.close()]));

const question = (page, name) => page.getByRole('heading', { name, exact: true });

test('another language set midway is the one the questions are asked in, and taken away the first of the guide is', async () => {
  const { page, done } = await open(browser, server, '/both.html');
  await onward(page, () => press(page, words.start));
  await page.getByRole('textbox').fill(text);
  await script(page, (element) => element.setAttribute('lang', 'pl'));
  await question(page, POLISH_ASKED).waitFor();
  assert.equal(await page.getByText(POLISH_ASKED, { exact: true }).evaluate((asked) => asked.closest('[lang]').lang), 'pl');
  assert.equal(await page.getByRole('textbox').inputValue(), text);
  await script(page, (element) => element.removeAttribute('lang'));
  await question(page, ASKED).waitFor();
  assert.equal(await page.getByRole('textbox').inputValue(), text);
  await done();
});

test('words of another language taken away midway are English again', async () => {
  const { page, done } = await open(browser, server, '/polish.html', { start: POLISH.start });
  await onward(page, () => press(page, POLISH.start));
  await onward(page, () => press(page, POLISH.continue));
  await page.getByRole('textbox').fill(text);
  await script(page, (element) => (element.words = null));
  await page.getByRole('button', { name: words.continue, exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: POLISH.continue, exact: true }).count(), 0);
  assert.equal(await page.getByRole('textbox').inputValue(), text);
  await done();
});

test('once a guide is given, no address of one is fetched, however often it changes', async () => {
  const { page, requests, done } = await open(browser, server, '/given.html');
  await question(page, SMALL.title).waitFor();
  await script(page, (element) => (element.guide = '/another.json'));
  await script(page, (element) => (element.heading = '3'));
  await page.waitForFunction(() => document.querySelector('what-matters').shadowRoot.querySelector('h3.question'));
  await question(page, SMALL.title).waitFor();
  assert.deepEqual(requests.filter((url) => url.endsWith('.json')), []);
  assert.deepEqual(await told(page, 'trouble'), []);
  await done();
});

test('a given guide taken back with null makes way for the file', async () => {
  const { page, done } = await open(browser, server, '/given.html');
  await script(page, (element) => {
    element.guide = null;
    element.setGuide(null);
  });
  await question(page, guide.title).waitFor();
  assert.deepEqual(await told(page, 'trouble'), []);
  await done({ allowed: [/^a request after loading: .*first-conversation.json$/] });
});

/** What is not a guide, as a host's script may have it by mistake. `null` and `undefined` go back to the file. */
const NO_GUIDES = { 'undefined': 0, 'null': 0, 'a function': '() => 1', 'a symbol': 'Symbol("guide")', 'no text': '""', 'a number': '7', 'itself in itself': '((one) => (one.one = one))({})' };

for (const [what, code] of Object.entries(NO_GUIDES)) {
  test(`given ${what} for a guide, before or after it is ready, the element does not throw`, async () => {
    for (const isEarly of [true, false]) {
      const { page, done } = await open(browser, server, '/both.html', {
        before: isEarly ? (page) => page.addInitScript(`customElements.whenDefined('what-matters').then(() => document.querySelector('what-matters').setGuide(${code || what}))`) : undefined,
        ready: isEarly ? false : undefined,
      });
      if (!isEarly) await page.evaluate(`document.querySelector('what-matters').setGuide(${code || what})`);
      if (code) await question(page, words['trouble-guide']).waitFor();
      else await question(page, SMALL.title).waitFor();
      assert.deepEqual(await told(page, 'trouble'), code ? ['guide-wrong'] : []);
      await done({ allowed: [/<what-matters> guide-wrong/] });
    }
  });
}

test('an element within another is heard by the page all the same', async () => {
  const { page, done } = await open(browser, server, '/deep.html');
  await press(page, words.start);
  await page.getByRole('button', { name: words.continue, exact: true }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.events.map(([kind]) => kind)), ['ready', 'moved']);
  await done();
});

test('two without their program are each told of, and the console says so once', async () => {
  isMissing = true;
  const said = [];
  const { page, done } = await open(browser, server, '/twins.html', { ready: false, before: (page) => listen(page, said) });
  await page.waitForFunction(() => window.events?.length === 2);
  isMissing = false;
  assert.deepEqual(await told(page, 'trouble'), ['wasm-missing', 'wasm-missing']);
  assert.equal(said.length, 1, said.join());
  await done({ allowed: [/wasm-missing/, ...BROWSER] });
});

test('a nation that is none is named once, however often other things change, and all help lines are there', async () => {
  const said = [];
  const { page, done } = await open(browser, server, '/nation.html', { before: (page) => listen(page, said) });
  await begin(page, text);
  for (const level of ['3', '4', '5']) {
    await script(page, (element, level) => (element.heading = level), level);
    await page.waitForFunction((level) => document.querySelector('what-matters').shadowRoot.querySelector(`h${level}.question`), level);
  }
  assert.equal(said.length, 1, said.join());
  assert.match(said[0], /the attribute nation has no meaning.*: atlantis$/);
  await press(page, words.help);
  await page.getByText(words['nation-wales']).first().waitFor();
  await done({ allowed: [/the attribute nation/] });
});

test('a route that the guide does not have is told, and its first is taken', async () => {
  const { page, done } = await open(browser, server, '/route.html');
  await hears(page, 'route-missing');
  await begin(page, text);
  assert.deepEqual(await told(page, 'trouble'), ['route-missing']);
  await done({ allowed: [/<what-matters> route-missing/] });
});
