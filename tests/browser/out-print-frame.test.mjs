// The frame that is printed: it never stays behind with the words in it, and no page hides or shows it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { script } from './support/host.mjs';
import { CANARY, open, PRINTING } from './support/open.mjs';
import { asks, leftBehind, traces } from './support/leave.mjs';
import { noPrinter, summarise } from './support/out.mjs';
import { onward, press } from './support/walk.mjs';

const text = `${CANARY} and my garden`;
const FRAMES = {
  'hides every frame': 'iframe { display: none !important }',
  'makes every frame large': 'iframe { position: static !important; width: 100% !important; height: 400px !important; opacity: 1 !important }',
  'gives every frame room': 'iframe { min-width: 300px !important; min-height: 300px !important; padding: 30px !important; border: 9px solid red !important }',
};

/** The page people leave for answers only when a test lets it. */
let letGo;
const held = new Promise((resolve) => (letGo = resolve));
const PAGES = {
  '/leave.html': async () => host(element('leave="all" exit="/exit.html"')),
  '/exit.html': async () => held.then(() => host('<p>Somewhere else</p>')),
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

const frame = (page) => page.locator('#what-matters-print');

/** Comes to the summary and prints it in a browser that never says it has printed. */
async function printing(path = '/embed/basic.html', before = noPrinter) {
  const opened = await open(browser, server, path, { before });
  await summarise(opened.page, text);
  await press(opened.page, words.print);
  assert.equal(await frame(opened.page).count(), 1);
  return opened;
}

const GOING = {
  'everything is deleted': async (page) => {
    await press(page, words.delete);
    await onward(page, () => press(page, words['delete-yes']));
  },
  'the page starts the conversation again': (page) => onward(page, () => script(page, (element) => element.restart())),
  'the element is taken off the page': (page) => script(page, (element) => element.remove()),
};

for (const [when, go] of Object.entries(GOING)) {
  test(`a frame that the browser never said it had printed goes when ${when}`, async () => {
    const { page, done } = await printing();
    await go(page);
    await frame(page).waitFor({ state: 'detached' });
    assert.deepEqual(await traces(page, CANARY), []);
    await done();
  });
}

test('a frame that the browser never said it had printed goes when a person leaves the page', async () => {
  const { page, context } = await printing('/leave.html');
  assert.ok((await traces(page, CANARY)).includes('the markup of iframe'), 'the words are in it until then');
  const left = await leftBehind(page, CANARY, () => page.getByRole('button', { name: words['leave-page'], exact: true }).click({ noWaitAfter: true }));
  assert.deepEqual(left, { nodes: 0, traces: [], later: '', summary: null });
  letGo();
  await page.waitForURL('**/exit.html');
  await context.close();
});

test('printing twice leaves one frame', async () => {
  const { page, done } = await printing();
  await press(page, words.print);
  assert.equal(await frame(page).count(), 1);
  await done({ allowed: PRINTING });
});

for (const [what, rules] of Object.entries(FRAMES)) {
  test(`a page that ${what} neither keeps the frame from being printed nor sees it`, async () => {
    const { page, done } = await open(browser, server, '/embed/basic.html', { before: noPrinter });
    await summarise(page, text);
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, rules);
    await press(page, words.print);
    const seen = await frame(page).evaluate((frame) => {
      const { display, opacity, position } = getComputedStyle(frame);
      const { width, height } = frame.getBoundingClientRect();
      return { display, opacity, position, width, height };
    });
    assert.deepEqual(seen, { display: 'block', opacity: '0', position: 'fixed', width: 0, height: 0 });
    await done({ allowed: PRINTING });
  });
}

test("a person's words on the page to print run the way they are written", async () => {
  const { page, done } = await printing();
  const said = await page.evaluate(() => [...document.getElementById('what-matters-print').contentDocument.querySelectorAll('.said')].map((said) => [said.textContent, said.dir]));
  assert.deepEqual(said, [[text, 'auto']]);
  await done({ allowed: PRINTING });
});

test('a browser that did not print still asks before the words are lost', async () => {
  const dead = (page) =>
    page.addInitScript(() => {
      if (window.frameElement?.id === 'what-matters-print') window.print = () => {};
    });
  const { page, done } = await printing('/embed/basic.html', dead);
  assert.equal(await asks(page), true);
  await done({ allowed: PRINTING });
});

test('a print that throws says how else the words can go, and they are still asked about', async () => {
  const broken = (page) =>
    page.addInitScript(() => {
      if (window.frameElement?.id === 'what-matters-print') window.print = () => { throw new Error('no printer'); };
    });
  const { page, done } = await open(browser, server, '/embed/basic.html', { before: broken });
  await summarise(page, text);
  await press(page, words.print);
  await page.getByText(words['print-blocked']).waitFor();
  assert.equal(await frame(page).count(), 0, 'the frame with the words goes');
  assert.equal(await asks(page), true);
  await done({ allowed: PRINTING });
});
