// What a page puts in place of what the browser has, and listens to before us: a person can write, choose, go on and read their summary, or sees at once that they cannot.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { begins, finishes, WRITTEN, written } from './support/hostile.mjs';
import { BROKEN, LATE, REPLACED, withScript } from './support/scripts.mjs';
import { onward, press } from './support/walk.mjs';

const NAMES = Object.keys(REPLACED);
const LETTERS = () =>
  document.addEventListener('keydown', (event) => {
    if (['/', '?', 'e', 'j', 'k'].includes(event.key) && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) event.preventDefault();
  }, true);
const ROOTS = () => {
  Element.prototype.attachShadow = () => {
    throw new Error('of the page');
  };
};
const PAGES = { '/embed/letters.html': withScript(LETTERS), '/embed/roots.html': withScript(ROOTS), '/late.html': LATE };
const change = (path) => {
  const at = path.match(/^\/embed\/replaced-(\d+)\.html$/)?.[1];
  return at ? withScript(REPLACED[NAMES[at]].code) : PAGES[path] && { ...PAGES[path] };
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => change(path) || undefined)])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const [name, { said, seen }] of Object.entries(REPLACED)) {
  test(`with ${name}, a person writes, chooses, goes on and reads their summary`, async () => {
    const { page, done } = await open(browser, server, `/embed/replaced-${NAMES.indexOf(name)}.html`);
    await written(page);
    await finishes(page);
    if (seen) assert.equal(await seen(page), 0);
    await done({ allowed: said });
  });
}

test('made by a page before it knows what it is, and set up, it is what it was set up to be', async () => {
  const { page, done } = await open(browser, server, '/late.html', { ready: false });
  await page.getByText('These questions on paper').waitFor();
  await page.evaluate(() => window.comes());
  await page.getByRole('button', { name: words['leave-page'], exact: true }).waitFor();
  await written(page);
  await finishes(page);
  await done();
});

test('with letters taken by the page on their way down, those letters are missing in the box, and all others are kept', async () => {
  const { page, done } = await open(browser, server, '/embed/letters.html');
  await begins(page);
  await page.keyboard.type(WRITTEN);
  const box = page.getByRole('textbox');
  const left = WRITTEN.replaceAll(/[/?ejk]/g, '');
  assert.equal(await box.inputValue(), left);
  await onward(page, () => press(page, words['my-summary']));
  await page.getByText(left).waitFor();
  await done();
});

test('where the page allows no shadow root, what stands between the tags is there to use', async () => {
  const { page, done } = await open(browser, server, '/embed/roots.html', { ready: false });
  await page.getByRole('link', { name: 'These questions on paper' }).waitFor();
  await done({ allowed: [/of the page/] });
});

/** What is seen then, by what it comes to. */
const THEN = {
  rescue: ['it is said that something broke, and the words stand there to copy', async (page) => {
    await press(page, words.continue);
    await page.getByRole('heading', { name: 'Something broke' }).waitFor();
    const kept = await page.getByRole('textbox', { name: 'Your words' }).inputValue();
    assert.ok(kept.includes(WRITTEN) && kept.includes(`${CANARY} beside a choice`));
  }],
  presses: ['nothing more can be typed, what was written stays, and every button works: a person goes on and reads their summary', async (page) => {
    await page.keyboard.type('and more');
    await finishes(page);
  }],
};

for (const [name, { code, said, then }] of Object.entries(BROKEN)) {
  const [what, sees] = THEN[then];
  test(`with ${name} midway, ${what}`, async () => {
    const { page, done } = await open(browser, server);
    await written(page);
    await page.evaluate(code);
    await sees(page);
    await done({ allowed: said });
  });
}
