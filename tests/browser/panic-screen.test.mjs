// What a person can do on the screen that stands when the program broke, whatever broke it and however often.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { CANARY } from './support/open.mjs';
import { asks, leftBehind, traces } from './support/leave.mjs';
import { choose, says, stored } from './support/keep.mjs';
import { answered, arm, broken, carriedOn, lacks, leftWith, met, opened, summaryOf } from './support/fault.mjs';
import { onward, press } from './support/walk.mjs';
import { saved } from './support/travel.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), broken()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const LAST = `${CANARY} last`;
const box = (page, nth = 0) => page.locator('what-matters').nth(nth).locator('.screen textarea').first();

/** Answers, breaks it in the next box that is written in, and says what a person is left with. */
async function broke(how = 'panic', times = 1, path = '/host.html', options = {}) {
  const own = await opened(browser, server, path, options);
  const all = await answered(own.page);
  await arm(own.page, 'event-act', how, times);
  await box(own.page).fill(LAST);
  return { ...own, all: [...all.filter((one) => !one.includes('more:')), LAST], left: await leftWith(own.page) };
}

test('the words can be copied, and taken along as a file of plain text', async () => {
  const { page, context, all, left, done } = await broke();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await left.press('broke-copy');
  await page.waitForFunction((said) => document.querySelector('what-matters').shadowRoot.querySelector('[role=status]').textContent === said, words['broke-copied']);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), left.words);
  const file = await saved(page, () => left.press('broke-download'));
  assert.equal(file, left.words);
  assert.deepEqual(lacks(file, all), []);
  assert.equal(await left.says(), words['broke-downloaded']);
  await done();
});

test('where copying is not allowed the words are marked, ready to be copied by hand', async () => {
  const { page, left, done } = await broke();
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))));
  await left.press('broke-copy');
  await page.waitForFunction((said) => document.querySelector('what-matters').shadowRoot.querySelector('[role=status]').textContent === said, words['broke-not-copied']);
  const marked = await page.evaluate(() => {
    const { activeElement: box } = document.querySelector('what-matters').shadowRoot;
    return box.value.slice(box.selectionStart, box.selectionEnd);
  });
  assert.equal(marked, left.words);
  await done();
});

test('the browser asks before the words are lost with the page, and no longer once they are taken along', async () => {
  const { page, left, done } = await broke();
  assert.equal(await asks(page), true);
  await saved(page, () => left.press('broke-download'));
  assert.equal(await asks(page), false);
  await done(/^a request after loading/);
});

test('where the same thing breaks again, the words stand there again, and nothing is tried by itself', async () => {
  const { page, all, left, done } = await broke();
  await arm(page, 'render-talking', 'panic', 2);
  for (const times of [2, 3]) {
    await left.press('broke-carry-on');
    await page.waitForFunction((times) => window.program.faultsMet.length === times, times);
    const again = await leftWith(page);
    assert.deepEqual(lacks(again.words, all), []);
    await page.getByText(words['broke-again']).waitFor();
  }
  await carriedOn(page, await leftWith(page));
  assert.equal(await box(page).inputValue(), LAST);
  assert.deepEqual(lacks(await summaryOf(page), all), []);
  await done();
});

for (const how of ['stack', 'memory']) {
  test(`when there is no more ${how === 'stack' ? 'room on the stack' : 'memory'}, every word stands there, and the person carries on`, async () => {
    const { page, all, left, done } = await broke(how);
    assert.deepEqual(lacks(left.words, all), []);
    await carriedOn(page, left);
    assert.deepEqual(lacks(await summaryOf(page), all), []);
    await done();
  });
}

for (const how of ['raw', 'said']) {
  test(`a panic whose own text holds words, ${how === 'raw' ? 'as they are' : 'as a value'}, shows them to no console, no event and no error`, async () => {
    const { page, left, done } = await broke(`${how}:${LAST}`);
    assert.ok(left.words.includes(LAST));
    const told = await page.evaluate(() => window.events.filter(([kind]) => kind === 'trouble').map(([, { message }]) => message));
    assert.equal(told.length, 1);
    assert.match(told[0], /broke at src\/fault\.rs:\d+:\d+; /);
    await done();
  });
}

test('two widgets on a page: what one broke is broken for both, each has its own words, and each carries on when asked', async () => {
  const { page, done } = await opened(browser, server, '/two.html');
  const widget = (nth) => page.locator('what-matters').nth(nth);
  for (const nth of [0, 1]) {
    await widget(nth).getByRole('button', { name: words.start, exact: true }).click();
    await box(page, nth).fill(`${CANARY} of ${nth}`);
  }
  await arm(page, 'event-act');
  await box(page, 1).fill(`${CANARY} of 1, and more`);
  const [first, second] = [await leftWith(page, 0), await leftWith(page, 1)];
  assert.deepEqual([first.words, second.words], [`What are you called?\n${CANARY} of 0`, `What are you called?\n${CANARY} of 1, and more`]);
  await carriedOn(page, second, 1);
  assert.equal(await box(page, 1).inputValue(), `${CANARY} of 1, and more`);
  assert.equal((await leftWith(page, 0)).words, first.words, 'nobody pressed there');
  await carriedOn(page, first, 0);
  assert.equal(await box(page, 0).inputValue(), `${CANARY} of 0`);
  await box(page, 0).fill(`${CANARY} on`);
  assert.equal(await box(page, 1).inputValue(), `${CANARY} of 1, and more`);
  await done();
});

test('what broke while it was off the page stands there with its words when it comes back', async () => {
  const { page, done } = await opened(browser, server, '/two.html');
  await page.locator('what-matters').first().getByRole('button', { name: words.start, exact: true }).click();
  await box(page).fill(LAST);
  await page.evaluate(async () => {
    window.away = document.querySelector('what-matters');
    window.away.remove();
    await new Promise((resolve) => setTimeout(resolve));
  });
  await arm(page, 'event-any');
  await page.getByRole('button', { name: words.start, exact: true }).click();
  await leftWith(page);
  await page.evaluate(() => document.body.append(window.away));
  const left = await leftWith(page, 1);
  assert.ok(left.words.includes(LAST));
  await carriedOn(page, left, 1);
  assert.equal(await box(page, 1).inputValue(), LAST);
  await done();
});

test('what is deleted after carrying on is gone from everything, and so is what a page that begins anew had left', async () => {
  const { page, left, done } = await broke();
  await carriedOn(page, left);
  await summaryOf(page);
  await press(page, words.delete);
  await onward(page, () => press(page, words['delete-yes']));
  assert.deepEqual(await traces(page, CANARY), []);
  await onward(page, () => press(page, words.start));
  await box(page).fill(LAST);
  await arm(page, 'event-act');
  await box(page).fill(`${LAST} again`);
  const again = await leftWith(page);
  assert.equal(again.words, `What are you called?\n${LAST} again`);
  await page.evaluate(() => document.querySelector('what-matters').restart());
  assert.equal(await page.getByRole('textbox').count(), 0);
  assert.deepEqual(await traces(page, CANARY), []);
  await done();
});

test('by keyboard alone: the heading has the focus when it broke, and the question when the person carries on', async () => {
  const { page, done } = await opened(browser, server);
  await page.getByRole('button', { name: words.start, exact: true }).press('Enter');
  await box(page).focus();
  await arm(page, 'event-act');
  await page.keyboard.type('A');
  await leftWith(page);
  const focused = () => page.evaluate(() => document.querySelector('what-matters').shadowRoot.activeElement?.textContent);
  assert.equal(await focused(), words['broke-title']);
  for (let at = 0; at < 9 && (await focused()) !== words['broke-carry-on']; at += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await box(page).waitFor();
  await page.waitForFunction((ask) => document.querySelector('what-matters').shadowRoot.activeElement?.textContent === ask, 'What are you called?');
  assert.equal(await box(page).inputValue(), 'A');
  await done();
});

test('what listened for the instance that broke does nothing more: with every word deleted, the browser asks nothing', async () => {
  const { page, left, done } = await broke();
  await carriedOn(page, left);
  assert.equal(await asks(page), true, 'there is something to lose');
  await box(page).press('End');
  await page.keyboard.type(' on');
  assert.equal(await box(page).inputValue(), `${LAST} on`);
  await summaryOf(page);
  await press(page, words.delete);
  await onward(page, () => press(page, words['delete-yes']));
  assert.deepEqual(await met(page), ['event-act']);
  assert.equal(await asks(page), false);
  await done(/^a request after loading/);
});

test("the screen's words are the host's own where its file has them, in their language and direction", async () => {
  const own = { language: 'ar', 'broke-title': 'حدث خطأ', 'broke-carry-on': 'متابعة' };
  const { page, done } = await opened(browser, server, '/host.html', { before: (page) => page.route('**/words.json', (route) => route.fulfill({ json: { ...words, ...own } })) });
  await press(page, words.start);
  await arm(page, 'event-act');
  await box(page).fill(LAST);
  const heading = page.getByRole('heading', { name: own['broke-title'] });
  await heading.waitFor();
  assert.deepEqual(await heading.evaluate((one) => [one.closest('.wm').lang, one.closest('.wm').dir]), ['ar', 'rtl']);
  await page.getByRole('button', { name: own['broke-carry-on'] }).click();
  await box(page).waitFor();
  assert.equal(await box(page).inputValue(), LAST);
  await done();
});

test('*Leave this page* on it leaves in one press: the words are gone from the page and from what was kept, nothing is asked, and Back brings nothing back', async () => {
  const { page, context } = await opened(browser, server, '/leave.html', { keeps: 'tab' });
  const asked = [];
  page.on('dialog', (dialog) => asked.push(dialog.type()) && dialog.accept());
  await onward(page, () => press(page, words.start));
  await box(page).fill(LAST);
  await choose(page, 'tab');
  await says(page, 'kept-tab');
  await arm(page, 'event-act');
  await box(page).fill(`${LAST} again`);
  const left = await leftWith(page);
  assert.ok(left.words.includes(`${LAST} again`));
  assert.ok(JSON.stringify(await stored(page)).includes(LAST), 'it was kept until then');
  // The page people leave for answers once this one was looked at.
  let letGo;
  const looked = new Promise((resolve) => (letGo = resolve));
  await page.route('**/exit.html', (route) => looked.then(() => route.continue()));
  assert.deepEqual(await leftBehind(page, CANARY, () => left.press('broke-leave')), { nodes: 0, traces: [], later: '', summary: null });
  letGo();
  await page.waitForURL('**/exit.html');
  assert.deepEqual(await stored(page), { tab: {}, device: {} });
  assert.deepEqual(asked, []);
  await page.goBack();
  assert.equal(page.url(), 'about:blank', 'Back goes to what was before this page');
  await context.close();
});

test('on a device that people take turns at, it offers the words to read, a way on and a way out, and neither copying nor downloading', async () => {
  const { page, all, left, done } = await broke('panic', 1, '/kiosk.html');
  assert.deepEqual(lacks(left.words, all), []);
  const ways = (await page.locator('what-matters').getByRole('button').allTextContents()).sort();
  assert.deepEqual(ways, [words['broke-carry-on'], words['broke-leave']].sort());
  await carriedOn(page, left);
  assert.deepEqual(lacks(await summaryOf(page), all), []);
  await done();
});

test('on a device that people take turns at, the words are gone from it when nobody stirs, and who carries on then starts from nothing', async () => {
  const { page, left, done } = await broke('panic', 1, '/kiosk.html', { before: (page) => page.clock.install() });
  assert.ok(left.words.includes(LAST));
  await page.clock.runFor(121_000);
  assert.equal((await leftWith(page)).words, '');
  assert.deepEqual(await traces(page, CANARY), []);
  await left.press('broke-carry-on');
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  await done();
});

test('where the page hides words when nobody stirs, they are hidden on it as well until a press shows them, as often as that comes', async () => {
  const { page, all, left, done } = await broke('panic', 1, '/idle.html', { before: (page) => page.clock.install() });
  assert.ok(left.words.includes(LAST));
  for (let time = 0; time < 2; time += 1) {
    await page.clock.runFor(121_000);
    await page.getByText(words['broke-hidden']).waitFor();
    assert.equal((await leftWith(page)).words, '');
    assert.deepEqual(await traces(page, CANARY), []);
    await left.press('broke-show');
    assert.deepEqual(lacks((await leftWith(page)).words, all), []);
  }
  await page.clock.runFor(121_000);
  await page.getByText(words['broke-hidden']).waitFor();
  await carriedOn(page, left);
  assert.deepEqual(lacks(await summaryOf(page), all), []);
  await done();
});

test('with everything deleted in another tab, the words that stand there are gone in the same moment', async () => {
  const { page, context, left, done } = await broke();
  assert.ok(left.words.includes(LAST));
  const other = await context.newPage();
  await other.goto(`${server.address}/host.html`);
  await onward(other, () => press(other, words.start));
  await box(other).fill('Words of another tab');
  await onward(other, () => press(other, words['my-summary']));
  await press(other, words.delete);
  await onward(other, () => press(other, words['delete-yes']));
  await page.getByRole('textbox').waitFor({ state: 'detached' });
  assert.deepEqual(await traces(page, CANARY), []);
  await done();
});
