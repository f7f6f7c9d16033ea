// A code on the screen is the very one that is made of the text beside it, and what is too long for codes is chosen from.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, root, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { on, part, ways, write } from './support/kept.mjs';
import { onward, press } from './support/walk.mjs';

const data = (name) => readFileSync(join(root, 'tests/data/codes', name), 'utf8');

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** The codes of a summary that says this of a hope, and this of what matters. */
async function coded(hope, matters) {
  const opened = await open(browser, server, '/embed/basic.html', { before: on('2026-06-03') });
  const { page } = opened;
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await write(page, [hope]);
  if (matters) {
    await part(page, 'matters');
    await write(page, [matters]);
  }
  await ways(page);
  await onward(page, () => press(page, words['show-code']));
  return opened;
}

test('the code that stands there is the one made of the text beside it', async () => {
  const { page, done } = await coded('To see my garden, and Ann.\nGweld fy ngardd. 🌱');
  const shown = await page.locator('.plain-text').evaluate((text) => text.textContent);
  assert.equal(shown, data('summary.txt'));
  const paths = await page.locator('svg.code path').evaluateAll((all) => all.map((path) => path.getAttribute('d')));
  assert.deepEqual(paths, [data('summary.snap').split('---\n').at(-1).trim()]);
  await done();
});

test('each code says which it is, and all are dark on white whatever the theme', async () => {
  const { page, done } = await coded('Someone to call, and my garden. '.repeat(110));
  await page.emulateMedia({ colorScheme: 'dark' });
  const codes = await page.locator('svg.code').evaluateAll((all) =>
    all.map((code) => [code.getAttribute('aria-label'), code.querySelectorAll('path').length, getComputedStyle(code).backgroundColor, getComputedStyle(code.firstChild).fill]),
  );
  const named = [1, 2, 3, 4].map((n) => words['code-n'].replace('{n}', n).replace('{all}', 4));
  assert.deepEqual(codes, named.map((name) => [name, 1, 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']));
  await done();
});

test('what is too long says so, and the headings that fit are chosen', async () => {
  const { page, done } = await coded('Someone to call. '.repeat(400), 'My dog');
  await page.getByText(words['code-too-long']).waitFor();
  assert.equal(await page.locator('svg.code, .plain-text').count(), 0);
  const hope = page.getByRole('checkbox', { name: 'What I hope for', exact: true });
  await hope.uncheck();
  await page.locator('svg.code').waitFor();
  const text = await page.locator('.plain-text').innerText();
  assert.ok(text.includes('My dog') && !text.includes('Someone to call.'), text);
  await done();
});
