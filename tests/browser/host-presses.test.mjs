// Pages that stop every click before it comes to the widget: its buttons work by the press itself. On any other page a press does one thing, once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { held, traces } from './support/leave.mjs';
import { CANARY, open } from './support/open.mjs';
import { WRITTEN, written } from './support/hostile.mjs';
import { BROKEN, REPLACED, withScript } from './support/scripts.mjs';
import { saved } from './support/travel.mjs';
import { onward, press } from './support/walk.mjs';

const STOPS = REPLACED['every click stopped on its way down'].code;
const UNDOES = BROKEN['every click, key and input stopped at once, and undone'].code;
const OUT = 'leave="all" exit="/exit.html"';
const prompt = (id, ask, answer) => ({ id, ask, why: 'It is asked for a test.', answer, feeds: 'words' });
const PLAN = {
  format: 1, id: 'presses', version: '1', languages: ['en'], title: 'A plan alone',
  headings: [{ id: 'words', title: 'My words' }],
  routes: [{ id: 'full' }],
  stages: [
    { id: 'one', title: 'One', prompts: [prompt('plan', 'What could happen next?', { kind: 'plan' })] },
    { id: 'end', title: 'Your summary', prompts: [{ id: 'last', ask: 'Does this sound like you?', why: 'You have the last say.', answer: { kind: 'summary' } }] },
  ],
};
/** Counts what a page hears of clicks on their way down and on their way back. */
const COUNTS = '<script>window.heard = []; for (const down of [true, false]) addEventListener("click", (event) => window.heard.push(`${down ? "down" : "up"} ${event.isTrusted ? "by hand" : "by script"}`), down)</script>';
const PAGES = {
  '/plain.html': host(`${COUNTS}${element(`guide="/plan.json" ${OUT}`)}`),
  '/stops.html': host(`<script>(${STOPS})()</script>${element(`guide="/plan.json" ${OUT}`)}`),
  // Those that mean machines.
  '/by-hand.html': host(`<script>addEventListener('click', (event) => event.isTrusted || event.stopImmediatePropagation(), true)</script>${element(`guide="/plan.json" ${OUT}`)}`),
  '/embed/stops.html': withScript(STOPS),
  '/basic.html': host(element(OUT)),
  '/plan.json': { body: JSON.stringify(PLAN) },
  '/exit.html': host('<p>Somewhere else</p>'),
};
let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path] && { ...PAGES[path] })])));
after(() => Promise.all([browser?.close(), server?.close()]));

const add = (page) => page.getByRole('button', { name: words['add-step'], exact: true });
const steps = (page) => page.locator('fieldset.step').count();

/** To the plan, where a press too many would show as a step too many. */
async function planned(path) {
  const opened = await open(browser, server, path, { context: { hasTouch: true } });
  await onward(opened.page, () => press(opened.page, words.start));
  await add(opened.page).waitFor();
  return opened;
}

/** Lets so much time go by on the page that whatever waits after a press has come before it. */
const later = (page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));

const key = (name) => async (page) => {
  await add(page).focus();
  await page.keyboard.press(name);
};
/** The ways a button is pressed. */
const WAYS = { 'by mouse': (page) => add(page).click(), 'by touch': (page) => add(page).tap(), 'by Enter': key('Enter'), 'by Space': key('Space') };

/** Keeps the page busy when the next press has ended, for longer than its click is waited for. */
const busy = (page) =>
  page.evaluate(() => {
    for (const kind of ['pointerup', 'keyup']) addEventListener(kind, () => {
      const until = performance.now() + 700;
      while (performance.now() < until);
    }, { once: true });
  });

test('on an ordinary page a press does one thing, by mouse, by touch, by Enter and by Space, and the page hears of one click and no other', async () => {
  const { page, done } = await planned('/plain.html');
  for (const [at, [way, presses]] of Object.entries(WAYS).entries()) {
    await page.evaluate(() => (window.heard = []));
    await presses(page);
    await later(page);
    assert.equal(await steps(page), at + 1, way);
    assert.deepEqual(await page.evaluate(() => window.heard), ['down by hand', 'up by hand'], way);
  }
  await done();
});

for (const [path, what] of [['/plain.html', 'that'], ['/by-hand.html', 'that stops what no hand pressed, and']]) {
  test(`on a page ${what} is too busy to pass on a press in time, it does one thing`, async () => {
    const { page, done } = await planned(path);
    for (const [at, [way, presses]] of Object.entries(WAYS).entries()) {
      await busy(page);
      await presses(page);
      await later(page);
      assert.equal(await steps(page), at + 1, way);
    }
    await done();
  });
}

test('on a page that stops every click, a press does one thing, by mouse, by touch, by Enter and by Space, and two presses do two', async () => {
  const { page, done } = await planned('/stops.html');
  for (const [at, [way, presses]] of Object.entries(WAYS).entries()) {
    await presses(page);
    await page.locator('fieldset.step').nth(at).waitFor();
    await later(page);
    assert.equal(await steps(page), at + 1, way);
  }
  const before = await steps(page);
  await add(page).dblclick();
  await page.locator('fieldset.step').nth(before + 1).waitFor();
  await later(page);
  assert.equal(await steps(page), before + 2);
  await done();
});

test('on a page that stops every click, what is no press does nothing: a finger that stays or moves on, a hand that lets go elsewhere, a button that cannot be pressed, a key that was for another', async () => {
  const { page, done } = await planned('/stops.html');
  const { x, y, width, height } = await add(page).boundingBox();
  const [middle, below] = [{ x: x + width / 2, y: y + height / 2 }, { x: x + width / 2, y: y + height * 3 }];
  const finger = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  await page.evaluate(() => document.querySelector('what-matters').shadowRoot.querySelector('.wm').style.setProperty('touch-action', 'none'));
  await touch('touchStart', middle);
  await later(page);
  await touch('touchEnd');
  await touch('touchStart', middle);
  await touch('touchMove', below);
  await touch('touchEnd');
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(below.x, below.y);
  await page.mouse.up();
  const disabled = (is) => add(page).evaluate((button, is) => (button.disabled = is), is);
  await disabled(true);
  await page.mouse.click(middle.x, middle.y);
  await disabled(false);
  await page.getByRole('button', { name: words.help, exact: true }).focus();
  await page.keyboard.down('Enter');
  await add(page).focus();
  await page.keyboard.up('Enter');
  await later(page);
  assert.equal(await steps(page), 0);
  await add(page).click();
  await page.locator('fieldset.step').waitFor();
  await done();
});

test('where clicks come to the widget, a press that comes to none is left alone: the page may have meant it so', async () => {
  const { page, done } = await planned('/plain.html');
  await page.evaluate(() => {
    window.calm = new AbortController();
    addEventListener('touchend', (event) => event.preventDefault(), { passive: false, signal: window.calm.signal });
  });
  await add(page).tap();
  await later(page);
  assert.equal(await steps(page), 0);
  await page.evaluate(() => window.calm.abort());
  await add(page).tap();
  await page.locator('fieldset.step').waitFor();
  await done();
});

for (const [what, code] of [['stops every click', STOPS], ['stops and undoes every click, key and input', UNDOES]]) {
  test(`where the page ${what}, leaving is one press, and the words are gone in it`, async () => {
    const { page, context } = await open(browser, server, '/basic.html');
    await written(page);
    await page.evaluate(code);
    const { letGo } = await held(page);
    const told = page.waitForEvent('console', (message) => message.text().startsWith('left '));
    await page.evaluate(() => addEventListener('pointerup', () => console.log(`left ${document.querySelector('what-matters').shadowRoot.childNodes.length}`)));
    await page.getByRole('button', { name: words['leave-page'], exact: true }).click({ noWaitAfter: true });
    assert.equal((await told).text(), 'left 0');
    letGo();
    await page.waitForURL('**/exit.html');
    assert.deepEqual(await traces(page, CANARY), []);
    await page.goBack();
    assert.ok(!(await page.content()).includes(CANARY));
    await context.close();
  });
}

test('where the page stops every click, a summary is copied and downloaded all the same', async () => {
  const { page, done } = await open(browser, server, '/embed/stops.html', { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await written(page);
  await onward(page, () => press(page, words['my-summary']));
  await press(page, words.copy);
  await page.getByText(words.copied).waitFor();
  assert.ok((await page.evaluate(() => navigator.clipboard.readText())).includes(WRITTEN));
  assert.ok((await saved(page, () => press(page, words.download))).includes(CANARY));
  await done();
});

test('a click that comes when its press has done its work already does nothing more', async () => {
  const { page, done } = await planned('/plain.html');
  await page.evaluate(() => {
    window.stops = (kinds) => {
      const all = new AbortController();
      for (const kind of kinds) addEventListener(kind, (event) => event.stopImmediatePropagation(), { capture: true, signal: all.signal });
      return () => all.abort();
    };
    window.lets = window.stops(['click']);
  });
  await add(page).click();
  await page.locator('fieldset.step').waitFor();
  // A click that comes late comes by itself.
  await page.evaluate(() => {
    window.lets();
    window.stops(['pointerdown', 'pointerup']);
  });
  await add(page).click();
  await later(page);
  assert.equal(await steps(page), 1, 'late');
  await add(page).click();
  await page.locator('fieldset.step').nth(1).waitFor();
  await done();
});
