// A page may put its own in place of what the browser has, and that may throw: it costs itself, and no press after it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { begin, hears, script, told } from './support/host.mjs';
import { CANARY, open } from './support/open.mjs';
import { onward, press } from './support/walk.mjs';

const text = `${CANARY} & my tomatoes`;
const PAGES = { '/leave.html': host(element('leave="all" exit="/exit.html"')), '/exit.html': host('<p>Somewhere else</p>'), '/wrong.html': host(element('nation="atlantis" help="/none.json"')) };

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path] && { ...PAGES[path] })])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Clipboards as pages, kiosks and old frames leave them. */
const CLIPBOARDS = {
  'cannot be written to': 'return {}',
  'throws when it is written to': 'return { writeText() { throw new Error("not here") } }',
  'throws when it is looked at': 'throw new Error("not here")',
  'refuses': 'return { writeText: () => Promise.reject() }',
};

for (const [what, code] of Object.entries(CLIPBOARDS)) {
  test(`with a clipboard that ${what} the words stand in a box, and help, the way on and the way out still work`, async () => {
    const { page, context } = await open(browser, server, '/leave.html', {
      before: (page) => page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { get() { ${code} } })`),
    });
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    await begin(page, text);
    await onward(page, () => press(page, words['my-summary']));
    await press(page, words.copy);
    const box = page.getByRole('textbox', { name: words['copy-blocked'] });
    assert.ok((await box.inputValue()).includes(text));
    await onward(page, () => press(page, words.help));
    await page.getByRole('link', { name: '999' }).first().waitFor();
    await onward(page, () => press(page, words['carry-on']));
    assert.equal(await page.getByRole('textbox').inputValue(), text);
    assert.deepEqual(wrong, []);
    await press(page, words['leave-page']);
    await page.waitForURL('**/exit.html');
    await context.close();
  });
}

/** Functions a page may wrap fetching in. */
const FETCHES = {
  'throws': 'throw new Error("not here")',
  'answers with nothing': 'return undefined',
  'answers with no promise of text': 'return { ok: true }',
};

for (const [what, code] of Object.entries(FETCHES)) {
  const breakFetch = `if (/[.]json/.test(what)) { ${code} } return real.call(window, what, ...rest)`;
  const wrap = `{ const real = fetch; window.fetch = (what, ...rest) => { ${breakFetch} } }`;

  test(`help lines asked for midway, where fetching ${what}, are missing and the conversation goes on`, async () => {
    const { page, done } = await open(browser, server);
    await begin(page, text);
    await page.evaluate(wrap);
    await script(page, (element) => element.setAttribute('help', '/near.json'));
    await hears(page, 'help-missing');
    await onward(page, () => press(page, words.help));
    await page.getByRole('link', { name: '999' }).first().waitFor();
    await onward(page, () => press(page, words['carry-on']));
    assert.equal(await page.getByRole('textbox').inputValue(), text);
    await onward(page, () => press(page, words.continue));
    assert.deepEqual(await told(page, 'trouble'), ['help-missing']);
    await done({ allowed: [/<what-matters> help-missing/] });
  });

  test(`a guide that cannot be had, where fetching ${what}, is missing, and help is there`, async () => {
    const { page, done } = await open(browser, server, '/embed/basic.html', { ready: false, before: (page) => page.addInitScript(wrap) });
    await page.getByRole('heading', { name: words['trouble-guide'] }).waitFor();
    await onward(page, () => press(page, words.help));
    await page.getByRole('link', { name: '999' }).first().waitFor();
    assert.deepEqual(await told(page, 'trouble'), ['guide-missing']);
    await done({ allowed: [/<what-matters> guide-missing/] });
  });
}

/** What a person can still do: begin, write, go on and back, look for help and carry on. */
async function goesOn(page) {
  await begin(page, text);
  await onward(page, () => press(page, words.help));
  await page.getByRole('link', { name: '999' }).first().waitFor();
  await onward(page, () => press(page, words['carry-on']));
  await onward(page, () => press(page, words.continue));
  await onward(page, () => press(page, words.back));
  assert.equal(await page.getByRole('textbox').inputValue(), text);
}

test('where the page lets no event be made, the host is told nothing and the conversation goes on', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', {
    before: (page) => page.addInitScript(() => (window.CustomEvent = function () { throw new Error('of the page'); })),
  });
  await goesOn(page);
  await done({ allowed: [/^error: of the page$/] });
});

test("where the page's console throws, the host is told all the same and the conversation goes on", async () => {
  const { page, done } = await open(browser, server, '/wrong.html', {
    before: (page) => page.addInitScript(() => (console.warn = () => { throw new Error('of the page'); })),
  });
  await hears(page, 'help-missing');
  await goesOn(page);
  await done({ allowed: [/Failed to load resource/] });
});
