// What is typed to look through what is nearby is on that screen and nowhere else: hidden with it, gone with it, and in nothing that is kept, taken along or given.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { choose, says, stored } from './support/keep.mjs';
import { leftBehind, traces } from './support/leave.mjs';
import { NOTHING, allOfIt, pastChoices, postcode, search, stands, types } from './support/looking.mjs';
import { NEARBY } from './support/nearby.mjs';
import { copied, noPrinter, printed } from './support/out.mjs';
import { saved } from './support/travel.mjs';
import { onward, press } from './support/walk.mjs';

const LIST = 'services="/services/millbrook.json"';
const PAGES = {
  '/idle.html': async () => host(`<h1>A host</h1>${element(`${LIST} idle="10"`)}`),
  '/kiosk.html': async () => host(`<h1>A host</h1>${element(`${LIST} kiosk`)}`),
  '/leave.html': async () => host(`<h1>A host</h1>${element(`${LIST} leave="all" exit="/exit.html"`)}`),
  '/exit.html': async () => host('<p>Somewhere else</p>'),
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Words of an answer, words that are looked for, and half a postcode that nothing has. */
const ANSWER = `${CANARY} and the harbour`;
const SOUGHT = `${CANARY} walks`;
const CODE = 'QX7';
const minutes = (page, count, seconds = 0) => page.clock.runFor((count * 60 + seconds) * 1000);
const all = async (page) => [...(await traces(page, CANARY)), ...(await traces(page, CODE))];
const found = (page) => page.locator('.found').textContent();
const EVERYTHING = words['nearby-found'].replace('{count}', 156);

/** Writes an answer, opens all there is nearby, and types in it. */
async function looking(path, options = {}) {
  const own = await open(browser, server, path, { ...options, context: { reducedMotion: 'reduce', ...options.context } });
  const { page } = own;
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(ANSWER);
  await options.begun?.(page);
  await pastChoices(page);
  await allOfIt(page);
  await page.locator('.found').getByText(EVERYTHING).waitFor();
  await types(page, SOUGHT, CODE);
  await page.getByRole('checkbox', { name: words['nearby-only-free'], exact: true }).check();
  await page.locator('.found').getByText(words['nearby-found-none']).waitFor();
  return own;
}

/** The same, on a page whose clock stands still but for the test. */
async function still(path) {
  const own = await looking(path, { before: (page) => page.clock.install() });
  await own.page.clock.pauseAt((await own.page.evaluate(() => Date.now())) + 1_000);
  await search(own.page).focus();
  await own.page.keyboard.press('Shift');
  return own;
}

test('when nobody stirs while they look, it asks first over what stands there, then none of what was typed is in the page, and *Carry on* goes back to the question', async () => {
  const { page, done } = await still('/idle.html');
  await minutes(page, 10, 1);
  await page.locator('.asked [role=alert]').waitFor();
  await page.keyboard.press('!');
  await page.locator('.asked [role=alert]').waitFor({ state: 'detached' });
  assert.deepEqual([await search(page).inputValue(), await postcode(page).inputValue()], [`${SOUGHT}!`, CODE], 'a key both stays and is written');
  await minutes(page, 11, 1);
  await page.getByRole('heading', { name: words['idle-hidden'] }).waitFor();
  assert.deepEqual(await all(page), []);
  await onward(page, () => press(page, words['carry-on']));
  await page.getByRole('button', { name: words['nearby-show'], exact: true }).waitFor();
  assert.deepEqual(await all(page), [], 'what was looked for does not come back');
  await allOfIt(page);
  assert.deepEqual([await stands(page), await found(page)], [NOTHING, EVERYTHING]);
  await onward(page, () => press(page, words['carry-on']));
  await onward(page, () => press(page, words['my-summary']));
  assert.ok((await page.locator('.screen').innerText()).includes(ANSWER), 'what was answered is all there');
  await done();
});

test('in a kiosk it counts down over what stands there, and who comes next starts from nothing: no words, no postcode, no tick, and no ideas asked for', async () => {
  const { page, done } = await still('/kiosk.html');
  await minutes(page, 3, 1);
  assert.equal(await page.locator('.left').innerText(), words['idle-left'].replace('{seconds}', '59'));
  assert.equal(await search(page).inputValue(), SOUGHT);
  await minutes(page, 1);
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  assert.deepEqual(await all(page), []);
  await page.clock.resume();
  await onward(page, () => press(page, words.start));
  await pastChoices(page);
  await page.getByRole('button', { name: words['nearby-show'], exact: true }).waitFor();
  await allOfIt(page);
  assert.deepEqual([await stands(page), await found(page)], [NOTHING, EVERYTHING]);
  await done();
});

test('*Leave this page* while they look leaves in one press, and nothing of what was typed is left or comes back', async () => {
  const { page, context } = await looking('/leave.html');
  const asked = [];
  page.on('dialog', (dialog) => asked.push(dialog.type()) && dialog.accept());
  const leave = page.getByRole('button', { name: words['leave-page'], exact: true }).first();
  await search(page).fill(`${CANARY} ${CODE}`);
  await postcode(page).fill(`${CANARY} ${CODE}`);
  assert.deepEqual(await leftBehind(page, CODE, () => leave.click({ noWaitAfter: true })), { nodes: 0, traces: [], later: '', summary: null });
  await page.waitForURL('**/exit.html');
  assert.deepEqual(asked, []);
  await page.goBack();
  assert.equal(page.url(), 'about:blank', 'Back goes to what was before this page');
  await context.close();
});

test('the postcode and what is looked for are not in what the browser keeps, in the file, on paper, in the text, in the summary or with what is noted for when it breaks', async () => {
  const { page, done } = await looking(NEARBY, {
    keeps: 'tab',
    before: noPrinter,
    context: { permissions: ['clipboard-read', 'clipboard-write'] },
    begun: async (page) => {
      await choose(page, 'tab');
      await says(page, 'kept-tab');
    },
  });
  const sought = 'benefits chekk';
  await search(page).fill(sought);
  await postcode(page).fill(`${CODE} 4KD`);
  const name = 'Benefits check';
  const option = page.locator('.option').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await option.getByRole('button', { name: words['nearby-more'], exact: true }).click();
  await page.waitForFunction((name) => JSON.stringify({ ...sessionStorage }).includes(name), name);
  const out = { kept: JSON.stringify(await stored(page)) };
  const { lines } = await printed(page, () => press(page, words['nearby-leaflet']));
  out.leaflet = lines.join('\n');
  await onward(page, () => press(page, words['carry-on']));
  await onward(page, () => press(page, words['my-summary']));
  out.summary = await page.locator('.screen').innerText();
  out.text = await copied(page, page.getByRole('button', { name: words.copy, exact: true }), words.copied);
  out.paper = (await printed(page)).lines.join('\n');
  out.file = await saved(page, () => press(page, words.download));
  // What stands beside the program, for when it breaks.
  await page.evaluate(() => document.querySelector('what-matters').rescue());
  out.rescue = await page.getByRole('textbox', { name: words['broke-box'] }).inputValue();
  for (const [where, text] of Object.entries(out)) {
    assert.ok(text.includes(name), `${where} holds what was wanted`);
    for (const what of [CODE, '4KD', sought]) assert.ok(!text.includes(what), `${where} holds ${what}`);
  }
  await done({ keeps: 'tab', allowed: [/stopped/] });
});
