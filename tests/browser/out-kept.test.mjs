// What a person keeps to themselves is in nothing that goes out, and nothing there shows the gap.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, GIVEN, open } from './support/open.mjs';
import { copied, downloaded, fromDisk, noPrinter, printed } from './support/out.mjs';
import { onward, press, walk } from './support/walk.mjs';

const title = (id) => guide.headings.find((heading) => heading.id === id).title;
const WHO = 'Millbrook Surgery';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('what is kept back is absent from file, copied text, print and what is given, and the screen names it', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, done } = await open(browser, server, '/index.html', { context, before: noPrinter });
  await walk(page, words['five-minutes']);
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(`${CANARY} how it was`);
  await onward(page, () => press(page, words['my-summary']));
  const part = (id) => page.getByRole('radiogroup', { name: title(id), exact: true });
  assert.ok(await part('how-it-was').getByRole('radio', { name: words['share-keep'] }).isChecked(), 'the guide keeps this one back until it is shared');
  await part('soon').getByRole('radio', { name: words['share-keep'] }).check();

  const letter = await page.locator('.letter').innerText();
  const kept = [title('soon'), title('how-it-was'), 'fc-soon', 'how it was'];
  for (const text of kept) assert.ok(letter.includes(text), `${text} is still on the screen`);
  const said = words['left-out'].replace('{headings}', `${title('soon')}, ${title('how-it-was')}`);
  assert.equal(await page.locator('.outs .next').innerText(), said);

  const file = await downloaded(page);
  const source = readFileSync(file.path, 'utf8');
  const sheet = await printed(page);
  const text = await copied(page, page.getByRole('button', { name: words.copy, exact: true }), words.copied);
  await page.getByRole('button', { name: words.give.replace('{who}', WHO), exact: true }).click();
  await page.getByText(words.given.replace('{who}', WHO)).waitFor();
  const given = await page.evaluate(() => document.querySelector('what-matters').summary());
  const outs = { source, sheet: JSON.stringify(sheet), text, given: JSON.stringify(given) };
  for (const [name, out] of Object.entries(outs)) {
    assert.ok(out.includes('fc-matters'), `${name} holds what is shared`);
    for (const words of kept) assert.ok(!out.includes(words), `${name} holds ${words}`);
  }

  const shared = await page.locator('.part:not(.kept) h3').allInnerTexts();
  assert.equal(shared.length, 7);
  assert.deepEqual(given.parts.map((part) => part.title), shared, 'no part stands empty');
  const headings = await fromDisk(browser, file.path, (page) =>
    page.evaluate(() => [...document.querySelectorAll('h2')].map((one) => [one.textContent, one.nextElementSibling.querySelectorAll('li').length > 0])));
  assert.deepEqual(headings, shared.map((heading) => [heading, true]));
  assert.ok(!text.includes('\n\n\n'), 'no gap stands in the text');
  file.forget();
  await done({ allowed: GIVEN });
});

test('what is kept back is not copied on its own, and what is shared again goes out again', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await onward(page, () => press(page, words['five-minutes']));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(`${CANARY} and tea`);
  await onward(page, () => press(page, words['my-summary']));
  const copyPart = page.getByRole('button', { name: words['copy-part'], exact: true });
  const copy = page.getByRole('button', { name: words.copy, exact: true });
  await page.getByRole('radio', { name: words['share-keep'] }).check();
  await copyPart.waitFor({ state: 'detached' });
  await copy.waitFor({ state: 'detached' });
  await page.getByText(words['all-kept']).waitFor();
  await page.getByRole('radio', { name: words.share, exact: true }).check();
  assert.ok((await copied(page, copy, words.copied)).includes(CANARY));
  assert.ok((await copied(page, copyPart, words['copied-part'])).includes(CANARY));
  await done();
});
