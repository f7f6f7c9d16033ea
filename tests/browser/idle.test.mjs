// When nobody is there: asked first, then the words are out of sight, or in a kiosk gone. The page's clock is in the test's hands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { nothing, seen } from './support/axe.mjs';
import { asks, traces } from './support/leave.mjs';
import { onward, place, press } from './support/walk.mjs';

const PAGES = {
  '/idle.html': async () => host(`<main><h1>A host</h1><p><label>Elsewhere <input id="elsewhere"></label></p>${element('idle="10" leave="all"')}<p id="below">Below</p></main>`),
  '/kiosk.html': async () => host(`<main><h1>A host</h1>${element('kiosk')}</main>`),
  '/off.html': async () => host(element('kiosk="off"')),
  '/wrong.html': async () => host(element('idle="soon" age="old"')),
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

const box = (page) => page.locator('.screen textarea');
const warning = (page) => page.locator('.asked [role=alert]');
const minutes = (page, count, seconds = 0) => page.clock.runFor((count * 60 + seconds) * 1000);

/** Holds what stands there against the rules of axe-core, which needs a clock that goes. */
async function ruled(page) {
  await page.clock.resume();
  // What asks lies over the screen, and goes at a touch.
  nothing((await seen(page)).filter((what) => !what.includes('elmPartiallyObscuring')));
}

async function written(path = '/idle.html') {
  const opened = await open(browser, server, path, { context: { reducedMotion: 'reduce' }, before: (page) => page.clock.install() });
  const { page } = opened;
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await box(page).fill(`${CANARY} in a box`);
  await box(page).focus();
  // The clock stands still but for the test.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await page.keyboard.press('Shift');
  return opened;
}

test('a pointer that lies still while the page moves under it is nobody', async () => {
  const { page, done } = await written();
  await minutes(page, 10, 30);
  await warning(page).waitFor();
  await page.evaluate(() => document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true })));
  assert.equal(await warning(page).count(), 1);
  await done();
});

test('after the host’s time a person is asked over their screen, and a key both stays and is written', async () => {
  const { page, done } = await written();
  await minutes(page, 9, 59);
  assert.equal(await warning(page).count(), 0);
  await minutes(page, 0, 1);
  assert.match(await warning(page).innerText(), new RegExp(words['idle-soon'].slice(0, 20)));
  assert.equal(await box(page).evaluate((box) => box.getRootNode().activeElement === box), true, 'the focus stays in the box');
  await page.keyboard.press('!');
  await warning(page).waitFor({ state: 'detached' });
  assert.equal(await box(page).inputValue(), `${CANARY} in a box!`);
  await done();
});

const STIRS = {
  'a movement': (page) => page.mouse.move(300, 300),
  'a tap elsewhere on the page': (page) => page.locator('#below').dispatchEvent('pointerdown'),
  'a key elsewhere on the page': (page) => page.locator('#elsewhere').press('a'),
  'turning the wheel': (page) => page.mouse.wheel(0, 100),
  'the button that says so, as a screen reader presses it': (page) => page.getByRole('button', { name: words['idle-stay'], exact: true }).dispatchEvent('click'),
};
for (const [how, stir] of Object.entries(STIRS)) {
  test(`${how} says that somebody is there, and the time begins again`, async () => {
    const { page, done } = await written();
    await minutes(page, 10, 30);
    await warning(page).waitFor();
    await stir(page);
    await warning(page).waitFor({ state: 'detached' });
    await minutes(page, 9, 50);
    assert.equal(await warning(page).count(), 0);
    await minutes(page, 0, 20);
    await warning(page).waitFor();
    assert.equal(await box(page).inputValue(), `${CANARY} in a box`);
    await done();
  });
}

test('when nobody stirs, none of the words is in the page until Carry on, and help and the way out stay', async () => {
  const { page, done } = await written();
  const here = await place(page);
  const title = await page.title();
  await minutes(page, 11, 1);
  await page.getByRole('heading', { name: words['idle-hidden'] }).waitFor();
  assert.deepEqual(await traces(page, CANARY), []);
  assert.equal(await page.title(), title);
  await ruled(page);
  await page.mouse.move(200, 200);
  await page.keyboard.press('Escape');
  assert.deepEqual(await traces(page, CANARY), [], 'nothing else lifts it');
  for (const name of [words['leave-page'], words.help]) await page.getByRole('button', { name, exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: words['my-summary'], exact: true }).count(), 0);
  await onward(page, () => press(page, words.help));
  await onward(page, () => press(page, words['carry-on']));
  assert.deepEqual(await traces(page, CANARY), []);
  await onward(page, () => press(page, words['carry-on']));
  assert.equal(await place(page), here);
  assert.equal(await box(page).inputValue(), `${CANARY} in a box`);
  await done();
});

test('a laptop that slept shows no words when it wakes, whatever wakes it', async () => {
  const { page, done } = await written();
  // The wall clock goes on while no timer runs.
  await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 8 * 3600 * 1000);
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: words['idle-hidden'] }).waitFor();
  assert.deepEqual(await traces(page, CANARY), []);
  await done();
});

test('a page to print goes out of the page with the words', async () => {
  const opened = await open(browser, server, '/idle.html', { before: (page) => page.clock.install().then(() => page.addInitScript(() => (window.print = () => {}))) });
  const { page } = opened;
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await box(page).fill(CANARY);
  await onward(page, () => press(page, words['my-summary']));
  await press(page, words.print);
  assert.ok((await traces(page, CANARY)).some((trace) => trace.includes('iframe')));
  await minutes(page, 12);
  assert.deepEqual(await traces(page, CANARY), []);
  await opened.done();
});

test('a moved element is watched where it is, and one that comes back after a while comes back hidden', async () => {
  const { page, done } = await written();
  await page.evaluate(() => document.getElementById('below').after(document.querySelector('what-matters')));
  await minutes(page, 10, 1);
  await warning(page).waitFor();
  await page.mouse.move(50, 50);
  await page.evaluate(() => {
    window.taken = document.querySelector('what-matters');
    window.taken.remove();
  });
  await page.evaluate(() => new Promise((resolve) => queueMicrotask(resolve)));
  await minutes(page, 30);
  await page.evaluate(() => document.body.append(window.taken));
  await page.clock.runFor(100);
  await page.getByRole('heading', { name: words['idle-hidden'] }).waitFor();
  assert.deepEqual(await traces(page, CANARY), [], 'put back after half an hour, it comes back hidden');
  await done();
});

test('in a kiosk it counts down in sight, and the next person starts from nothing', async () => {
  const { page, done } = await written('/kiosk.html');
  await minutes(page, 3, 1);
  const left = page.locator('.left');
  assert.equal(await left.innerText(), words['idle-left'].replace('{seconds}', '59'));
  assert.equal(await left.getAttribute('aria-hidden'), 'true', 'it is not read out second by second');
  await minutes(page, 0, 20);
  assert.equal(await left.innerText(), words['idle-left'].replace('{seconds}', '39'));
  await ruled(page);
  await page.evaluate(() => sessionStorage.setItem('what-matters:kept', 'x'));
  await minutes(page, 0, 40);
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  assert.deepEqual(await traces(page, CANARY), []);
  assert.equal(await page.locator('.notice [role=status]').innerText(), '');
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  assert.equal(await asks(page), false);
  await done({ allowed: [/^a request after loading/] });
});

test('in a kiosk there is paper, and no file, copy, code or share', async () => {
  const { page, done } = await written('/kiosk.html');
  await onward(page, () => press(page, words['my-summary']));
  await page.getByRole('button', { name: words.print, exact: true }).waitFor();
  for (const key of ['copy', 'download', 'more-ways', 'copy-part']) assert.equal(await page.getByRole('button', { name: words[key] }).count(), 0, key);
  assert.equal((await page.locator('.screen').innerText()).includes('download'), false);
  await page.locator('what-matters').evaluate((element) => element.rescue());
  await page.getByRole('heading', { name: words['broke-title'] }).waitFor();
  const broke = await page.locator('what-matters').evaluate((element) => element.shadowRoot.textContent);
  assert.ok(broke.includes(words['broke-words']) && !/copy|download/i.test(broke), broke);
  await done({ allowed: [/stopped/] });
});

test('kiosk is off by its name, and what has no meaning is left out with a word on the console', async () => {
  const { page, done } = await open(browser, server, '/off.html', { before: (page) => page.clock.install() });
  await onward(page, () => press(page, words.start));
  await minutes(page, 60);
  assert.equal(await warning(page).count(), 0);
  await done();
  const said = [];
  const wrong = await open(browser, server, '/wrong.html', { before: (page) => page.on('console', (message) => said.push(message.text())) });
  assert.equal(await wrong.page.getByRole('button', { name: 'I am under 18', exact: true }).count(), 1);
  assert.deepEqual(said.map((one) => one.match(/attribute (\w+)/)[1]).sort(), ['age', 'idle']);
  await wrong.done({ allowed: [/has no meaning/] });
});
