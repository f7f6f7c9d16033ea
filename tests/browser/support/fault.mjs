// The build that breaks where it is told to, and a conversation with every kind of answer in it. `cargo xtask fault` makes it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, words } from './tools.mjs';
import { host, serve } from './server.mjs';
import { CANARY, open } from './open.mjs';
import { onward, press } from './walk.mjs';

const folder = join(root, 'target/fault-build');

/** The places that can break, by their names in the code. */
export const SITES = [
  'render-frame', 'render-root', 'render-done', 'render-welcome', 'render-talking', 'render-words',
  'effect-any', 'effect-tell', 'effect-copy', 'effect-download', 'effect-print',
  'event-any', 'event-act', 'event-open', 'timer-afterwards',
  'load-configure', 'load-guide', 'load-words', 'load-rest',
  'save-note', 'save-file', 'save-lock',
  'drop-detach', 'drop-tree', 'drop-listener',
];

const prompt = (id, ask, answer) => ({ id, ask, why: 'It is asked for a test.', answer, feeds: 'words' });
const choices = (...all) => all.map(([id, title, detail]) => ({ id, title, ...(detail && { detail }) }));

/** One prompt for each kind of answer. */
export const GUIDE = {
  format: 1, id: 'broken', version: '1', languages: ['en'], title: 'A guide',
  headings: [{ id: 'words', title: 'My words' }],
  routes: [{ id: 'full' }],
  stages: [
    {
      id: 'one', title: 'One', prompts: [
        prompt('name', 'What are you called?', { kind: 'short-text' }),
        prompt('one-of', 'Which is it?', { kind: 'one-choice', choices: choices(['hill', 'The hill'], ['sea', 'The sea', 'Which sea?']) }),
        prompt('any-of', 'What helps?', { kind: 'many-choices', choices: choices(['tea', 'A pot of tea'], ['else', 'Something more', 'What is it?']) }),
        prompt('sure', 'How sure are you?', { kind: 'scale', low: 'Not at all', high: 'Very', more: 'What makes it {number}?' }),
        prompt('areas', 'Which parts of life?', { kind: 'cards', well: 'words', cards: [{ id: 'home', title: 'My home', icon: 'home' }, { id: 'money', title: 'My money', icon: 'money' }] }),
        prompt('now', 'How is that now?', { kind: 'each-card', of: 'areas' }),
        prompt('plan', 'What could happen next?', { kind: 'plan' }),
        prompt('more', 'Is there anything else?', { kind: 'long-text' }),
      ],
    },
    { id: 'end', title: 'Your summary', prompts: [{ id: 'last', ask: 'Does this sound like you?', why: 'You have the last say.', answer: { kind: 'summary' } }] },
  ],
};

const HOST = host(`
  <button id="own">The page's own</button>
  <script type="module">
    import * as program from '/what-matters.js';
    Object.assign(window, { program, pressed: 0 });
    document.getElementById('own').addEventListener('click', () => (window.pressed += 1));
  </script>
  <what-matters guide="/guide.json" words="/words.json"></what-matters>`);
/** The same, with more of the host's settings. */
const SET = { '/leave.html': 'leave="all" exit="/exit.html"', '/kiosk.html': 'kiosk idle="2" leave="all" exit="/exit.html"', '/idle.html': 'idle="2"' };
const EXIT = host('<p>Somewhere else</p>');
const TWO = { ...HOST, body: HOST.body.replace('</body>', '<what-matters guide="/guide.json" words="/words.json"></what-matters></body>') };

/** A server with the build that breaks in place of the one that is shipped. */
export const broken = () =>
  serve((path) => {
    if (path === '/host.html') return HOST;
    if (path === '/two.html') return TWO;
    if (path === '/exit.html') return EXIT;
    if (path === '/nearby.html') return { ...HOST, body: HOST.body.replace('guide="/guide.json"', 'services="/services/millbrook.json"') };
    if (SET[path]) return { ...HOST, body: HOST.body.replace('<what-matters', `<what-matters ${SET[path]}`) };
    if (path === '/words.json') return { type: 'application/json', body: JSON.stringify(words) };
    if (path === '/guide.json') return { type: 'application/json', body: JSON.stringify(GUIDE) };
    const name = path.slice(1);
    return readdirSync(folder).includes(name) ? { body: readFileSync(join(folder, name)) } : undefined;
  });

/** Opens it. `done` holds it to what every test is held to, and to no error of the page: what broke here is none of it. */
export async function opened(browser, server, path = '/host.html', options = {}) {
  const { done, ...rest } = await open(browser, server, path, options);
  return { ...rest, done: (...allowed) => done({ allowed: [/^console: <what-matters> stopped: something in the widget broke/, ...allowed] }) };
}

const say = (what) => `${CANARY} ${what}: tea & “cake” <b>`;

/** Walks to the last box, with an answer of each kind. Returns the words, and the choices, that stand there then. */
export async function answered(page) {
  const all = [];
  const write = async (box, what) => {
    await box.fill(say(what));
    all.push(say(what));
  };
  const on = () => onward(page, () => press(page, words.continue));
  const boxes = page.locator('.screen textarea');
  await onward(page, () => press(page, words.start));
  await write(boxes.first(), 'name');
  await on();
  await page.getByRole('radio', { name: 'The sea' }).check();
  await write(boxes.first(), 'sea');
  await on();
  await page.getByRole('checkbox', { name: 'A pot of tea' }).check();
  await page.getByRole('checkbox', { name: 'Something more' }).check();
  await write(boxes.first(), 'helps');
  await on();
  await page.getByRole('radio', { name: '7', exact: true }).check();
  await write(boxes.first(), 'sure');
  await on();
  await page.locator('.card').nth(0).getByRole('radio', { name: words['pile-change'] }).check();
  await page.locator('.card').nth(1).getByRole('radio', { name: words['pile-well'] }).check();
  await page.getByRole('checkbox', { name: 'My home' }).check();
  await on();
  await write(boxes.first(), 'home');
  await on();
  await press(page, words['add-step']);
  await page.getByRole('radio', { name: words['who-me'], exact: true }).check();
  for (let at = 0; at < await boxes.count(); at += 1) await write(boxes.nth(at), `plan ${at}`);
  await on();
  await write(boxes.first(), 'more');
  return [...all, 'The sea', 'A pot of tea', 'Something more', '7 (0 is Not at all, 10 is Very)', 'My money', 'My home'];
}

/** Has a place break, once or more often. */
export const arm = (page, site, how = 'panic', times = 1) =>
  page.evaluate((all) => window.program.armFault(...all), [site, how, times]);

/** Which places broke. */
export const met = (page) => page.evaluate(() => window.program.faultsMet);

/** What a person is left with when it broke: the words in a box, and the ways on. */
export async function leftWith(page, nth = 0) {
  const widget = page.locator('what-matters').nth(nth);
  await widget.getByRole('heading', { name: words['broke-title'] }).waitFor();
  const links = await widget.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(links, ['tel:999', 'tel:116123'], 'help is in place');
  await widget.getByRole('heading', { name: words['broke-help'] }).waitFor();
  const box = widget.getByRole('textbox', { name: words['broke-box'] });
  return {
    words: (await box.count()) > 0 ? await box.inputValue() : '',
    press: (key) => widget.getByRole('button', { name: words[key], exact: true }).click({ noWaitAfter: true }),
    says: () => widget.getByRole('status').textContent(),
  };
}

/** Which of these a text lacks. */
export const lacks = (text, all) => all.filter((one) => !text.includes(one));

/** Carries on, and waits for the conversation. */
export async function carriedOn(page, left, nth = 0) {
  await left.press('broke-carry-on');
  await page.locator('what-matters').nth(nth).locator('.screen').first().waitFor();
}

/** What the summary says. */
export async function summaryOf(page) {
  await onward(page, () => press(page, words['my-summary']));
  return page.locator('what-matters .screen').first().innerText();
}
