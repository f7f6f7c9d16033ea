// What a person wrote is what the file holds, on the screen, from disk and on paper.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { bare, downloaded, fromDisk, noPrinter, pages, printed, sheetOf, summarise } from './support/out.mjs';
import { walk } from './support/walk.mjs';

/** As much as a person with five minutes might write: a few words in a small box, two lines in a large one. */
const tell = (prompt, nth) =>
  /fc-(name|step)/.test(prompt) ? `${CANARY} ${nth} of ${prompt}` : `${CANARY} at ${prompt}: “tea & cake” with my sister.\nThen a <b>long</b> walk, as far as the bridge and back.`;

let browser, server, typed, file, sheet;
before(async () => {
  [browser, server] = await Promise.all([chromium(), serve()]);
  const { page, done } = await open(browser, server, '/embed/basic.html', { before: noPrinter });
  typed = await walk(page, words['five-minutes'], tell);
  file = await downloaded(page);
  sheet = await printed(page);
  await done();
});
after(async () => {
  file?.forget();
  await Promise.all([browser?.close(), server?.close()]);
});

test('the file has the name the screen says, and one that tells nothing of the person', () => {
  assert.equal(file.name, 'my-summary.html');
  assert.ok(words.downloaded.includes(file.name));
});

test('the file has no script, and a strict policy before anything else', async () => {
  const source = readFileSync(file.path, 'utf8');
  assert.ok(source.startsWith('<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta http-equiv="Content-Security-Policy"'));
  await fromDisk(browser, file.path, async (page) => {
    const found = await page.evaluate(() => ({
      policy: document.querySelector('meta[http-equiv]').content,
      scripts: document.scripts.length,
      handlers: [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes]).filter(({ name }) => name.startsWith('on')).length,
      elements: [...new Set([...document.body.querySelectorAll('*')].map((one) => one.localName))].sort(),
    }));
    assert.deepEqual(found, {
      policy: "default-src 'none'; style-src 'unsafe-inline'",
      scripts: 0,
      handlers: 0,
      elements: ['h1', 'h2', 'hr', 'li', 'main', 'p', 'span', 'ul'],
    });
  });
});

test('the file opens from disk with every word typed, as it was typed', async () => {
  const said = await fromDisk(browser, file.path, (page) => page.locator('.said').allTextContents());
  assert.equal(typed.length, 9);
  for (const text of typed) assert.ok(said.includes(text), text);
});

test('printed, a short conversation holds every word typed and stands on one page of A4 and of Letter', async () => {
  await fromDisk(browser, file.path, async (page) => {
    for (const format of ['A4', 'Letter']) {
      const paper = pages(await page.pdf({ format, preferCSSPageSize: true }));
      assert.equal(paper.length, 1, `${format} takes ${paper.length} pages`);
      for (const text of typed) assert.ok(bare(paper[0]).includes(bare(text)), text);
    }
  });
});

test('what is printed straight away is the file, line for line and rule for rule', async () => {
  assert.deepEqual(await fromDisk(browser, file.path, sheetOf), sheet);
});

test('once the file is downloaded, its address in the page leads nowhere', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', {
    before: (page) =>
      page.addInitScript(() => {
        window.made = [];
        const { createObjectURL } = URL;
        URL.createObjectURL = (what) => {
          const address = createObjectURL.call(URL, what);
          window.made.push(address);
          return address;
        };
      }),
  });
  await summarise(page, `${CANARY} & tea`);
  (await downloaded(page)).forget();
  const found = await page.evaluate(() => Promise.all(window.made.map((address) => fetch(address).then(() => 'words', () => 'nothing'))));
  assert.deepEqual(found, ['nothing']);
  await done({ allowed: [/Failed to load resource/] });
});
