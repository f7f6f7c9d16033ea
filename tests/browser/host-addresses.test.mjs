// Addresses that are none, at the start and midway: the host is told once where to look, and a person can go on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { begin, hears, listen, neutral, script, told } from './support/host.mjs';
import { CANARY, open } from './support/open.mjs';
import { inTrouble, start } from './support/trouble.mjs';
import { onward, press } from './support/walk.mjs';

const text = `${CANARY} and a window seat`;
const NO_ADDRESSES = ['https://', 'http://['];
const CODES = { guide: 'guide-missing', help: 'help-missing', words: 'words-missing' };
const NO_PAGES = ['https://', 'data:text/html,x', 'java\nscript:document.title=1', 'blob:https://example.org/1'];

let attributes = '';
let browser, server;
const change = (path) => path === '/host.html' && host(element(attributes));
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => change(path) || undefined)])));
after(() => Promise.all([browser?.close(), server?.close()]));

const SAID = [/^console: <what-matters>/, /^console: Fetch API cannot load/];

for (const [attribute, code] of Object.entries(CODES)) {
  for (const address of NO_ADDRESSES) {
    test(`${attribute}="${address}" is told once as ${code}, and ${attribute === 'guide' ? 'help is there' : 'the conversation goes on'}`, async () => {
      attributes = `${attribute}="${address}"`;
      const { page, done } = await inTrouble(browser, server, code, '/host.html');
      if (attribute === 'guide') await page.getByRole('heading', { name: words['trouble-guide'] }).waitFor();
      else await onward(page, () => start(page).click());
      await onward(page, () => press(page, words.help));
      await page.getByRole('link', { name: '999' }).first().waitFor();
      await done();
    });
  }

  test(`${attribute} set midway to what is no address is told once as ${code}, and the words and the way on stay`, async () => {
    const { page, done } = await open(browser, server);
    await begin(page, text);
    await script(page, (element, attribute) => element.setAttribute(attribute, 'https://'), attribute);
    await hears(page, code);
    assert.equal(await page.getByRole('textbox').inputValue(), text);
    await onward(page, () => press(page, words.continue));
    await onward(page, () => press(page, words.back));
    assert.equal(await page.getByRole('textbox').inputValue(), text);
    assert.deepEqual(await told(page, 'trouble'), [code]);
    await done({ allowed: SAID });
  });
}

/** Leaves the page, and sees that it is left for the page that looks the same to everyone. */
async function leaves(page) {
  await press(page, words['leave-page']);
  await page.waitForURL('https://www.bbc.co.uk/weather');
  await page.getByText('Weather').waitFor();
}

for (const exit of NO_PAGES) {
  test(`exit=${JSON.stringify(exit)} is no page: the console says so once, and leaving goes where it goes without one`, async () => {
    for (const isMidway of [false, true]) {
      attributes = `leave="all" ${isMidway ? '' : `exit="${exit}"`}`;
      const said = [];
      const wrong = [];
      const { page, context } = await open(browser, server, '/host.html', {
        before: async (page) => {
          listen(page, said);
          page.on('pageerror', (error) => wrong.push(error.message));
          await neutral(page);
        },
      });
      await begin(page, text);
      if (isMidway) await script(page, (element, exit) => element.setAttribute('exit', exit), exit);
      await script(page, (element) => element.setAttribute('worker', 'connector'));
      await onward(page, () => press(page, words.continue));
      await leaves(page);
      assert.equal(said.length, 1, said.join());
      assert.match(said[0], /the attribute exit has no meaning/);
      assert.deepEqual(wrong, []);
      await context.close();
    }
  });
}

test('an exit is an address as it is seen from the page', async () => {
  attributes = 'leave="all" exit="embed/basic.html?away"';
  const { page, context } = await open(browser, server, '/host.html');
  await press(page, words['leave-page']);
  await page.waitForURL(`${server.address}/embed/basic.html?away`);
  await context.close();
});

test('an address that is blank asks for nothing of its own', async () => {
  const asked = async (blank) => {
    attributes = blank;
    const { page, requests, done } = await open(browser, server, '/host.html');
    await onward(page, () => press(page, words.start));
    assert.deepEqual(await told(page, 'trouble'), []);
    await done();
    return requests;
  };
  const plain = await asked('');
  assert.equal(plain.filter((url) => url.endsWith('/host.html')).length, 1);
  for (const blank of ['', '  ']) assert.deepEqual(await asked(['guide', 'help', 'words', 'exit'].map((name) => `${name}="${blank}"`).join(' ')), plain);
});
