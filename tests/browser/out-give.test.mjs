// Giving the summary to the page: only when the host asks for it, and only at the person's press.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, GIVEN, open } from './support/open.mjs';
import { summarise } from './support/out.mjs';

const WHO = 'Millbrook Surgery';
const text = `${CANARY} & my “allotment”\n\n<b>every</b> morning`;
const give = (page) => page.getByRole('button', { name: words.give.replace('{who}', WHO), exact: true });
const given = (page) => page.evaluate(() => document.querySelector('what-matters').summary());
const heard = (page) => page.evaluate(() => window.given);

/** For the `before` of `open`: keeps what the page is told was given. */
const listening = (page) =>
  page.addInitScript(() => {
    window.given = [];
    document.addEventListener('what-matters-given', (event) => window.given.push(event.detail));
  });

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('without receive there is no button to give anything, and nothing is given', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', { before: listening });
  await summarise(page, text);
  assert.equal(await page.getByRole('button', { name: words.give.split('{')[0] }).count(), 0);
  assert.equal(await given(page), null);
  assert.deepEqual(await heard(page), []);
  await done();
});

test('nothing is handed to the page before the press, and the shared parts alone after it', async () => {
  const { page, done } = await open(browser, server, '/index.html', { before: listening });
  await summarise(page, text, 'Ama');
  await page.getByText(words['give-means'].replaceAll('{who}', WHO)).waitFor();
  assert.equal(await given(page), null);
  assert.deepEqual(await heard(page), []);
  await give(page).click();
  await page.getByText(words.given.replace('{who}', WHO)).waitFor();
  const first = await given(page);
  assert.deepEqual(await heard(page), [first]);
  assert.deepEqual(Object.keys(first).sort(), ['about', 'guide', 'language', 'parts', 'title', 'version']);
  const said = (given) => given.parts.map((part) => [part.id, part.entries.map((entry) => entry.said)]);
  const named = ['work-with-me', [[{ words: 'Ama' }]]];
  assert.deepEqual(said(first), [['hope', [[{ words: text }]]], named]);
  await page.getByRole('radio', { name: words['share-keep'] }).first().check();
  assert.deepEqual(await given(page), first, 'what was given stays what it was');
  await give(page).click();
  await page.waitForFunction(() => window.given.length === 2);
  const second = await given(page);
  assert.deepEqual(said(second), [named]);
  assert.deepEqual(await heard(page), [first, second]);
  await done({ allowed: GIVEN });
});

test('what a page does to what it was given changes nothing of the words', async () => {
  const { page, done } = await open(browser, server, '/index.html', { before: listening });
  await summarise(page, text);
  await give(page).click();
  await page.waitForFunction(() => window.given.length === 1);
  await page.evaluate(() => {
    window.given[0].parts.length = 0;
    document.querySelector('what-matters').summary().parts.length = 0;
  });
  assert.equal((await given(page)).parts.length, 1);
  assert.ok((await page.locator('.letter').innerText()).includes(CANARY));
  await done({ allowed: GIVEN });
});
