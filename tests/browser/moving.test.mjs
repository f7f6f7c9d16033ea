// A host's page moves the element about: the words stay with the element object, and nothing piles up behind it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { asks, traces } from './support/leave.mjs';
import { onward, place, press } from './support/walk.mjs';

const ASKED_ANEW = [/^a request after loading: .*\/guides\/first-conversation\.json$/];
const text = `${CANARY} and my boots`;

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Opens a page with some words half written, and says where. */
async function begun() {
  const opened = await open(browser, server);
  await onward(opened.page, () => press(opened.page, words.start));
  await onward(opened.page, () => press(opened.page, words.continue));
  await opened.page.getByRole('textbox').fill(text);
  return { ...opened, here: await place(opened.page) };
}

test('moved, taken off and put back, the element keeps the words and the place', async () => {
  const { page, done, here } = await begun();
  await page.evaluate(() => document.body.prepend(document.querySelector('what-matters')));
  assert.equal(await place(page), here);
  assert.equal(await page.getByRole('textbox').inputValue(), text);
  await page.evaluate(async () => {
    window.kept = document.querySelector('what-matters');
    window.kept.remove();
    await Promise.resolve();
  });
  assert.equal(await page.evaluate(() => window.kept.shadowRoot.querySelectorAll('textarea').length), 0, 'off the page, no box holds them');
  await page.evaluate(() => document.querySelector('main').append(window.kept));
  assert.equal(await page.getByRole('textbox').inputValue(), text);
  assert.equal(await place(page), here);
  await page.getByRole('textbox').press('Control+End');
  await page.keyboard.type(' too');
  await onward(page, () => press(page, words['my-summary']));
  await page.getByText(`${text} too`).waitFor();
  await done();
});

test('moved a hundred times in a row it still takes words and presses', async () => {
  const { page, done } = await begun();
  await page.evaluate(() => {
    const element = document.querySelector('what-matters');
    for (let at = 0; at < 100; at += 1) (at % 2 ? document.querySelector('main') : document.body).append(element);
  });
  await page.getByRole('textbox').press('Control+End');
  await page.keyboard.type('!');
  await onward(page, () => press(page, words['my-summary']));
  await page.getByText(`${text}!`).waitFor();
  await done();
});

test('taken off the page, the browser has no question to ask; put back with its words, it has', async () => {
  const { page, done } = await begun();
  await page.evaluate(() => {
    window.kept = document.querySelector('what-matters');
    window.kept.remove();
  });
  await page.evaluate(() => document.body.append(window.kept));
  assert.equal(await asks(page), true, 'the words are there to lose again');
  await page.evaluate(() => window.kept.remove());
  assert.equal(await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))), true);
  await done();
});

test('adopted into the document of a frame it keeps the words, its looks and its buttons', async () => {
  const { page, done, here } = await begun();
  const looks = (where) => where.locator('.wm textarea').evaluate((box) => [getComputedStyle(box).fontFamily, getComputedStyle(box).borderRadius]);
  const before = await looks(page);
  await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    Object.assign(frame.style, { width: '800px', height: '700px' });
    frame.contentDocument.body.append(document.querySelector('what-matters'));
  });
  const frame = page.frameLocator('iframe');
  const box = frame.getByRole('textbox');
  assert.equal(await box.inputValue(), text);
  assert.deepEqual(await looks(frame), before);
  await box.press('Control+End');
  await page.keyboard.type(' too');
  await frame.getByRole('button', { name: words['my-summary'], exact: true }).click();
  await frame.getByText(`${text} too`).waitFor();
  await page.evaluate(() => document.querySelector('main').append(document.querySelector('iframe').contentDocument.querySelector('what-matters')));
  await press(page, words['carry-on']);
  assert.equal(await place(page), here);
  assert.equal(await page.getByRole('textbox').inputValue(), `${text} too`);
  await done();
});

test('a new element starts empty, and one the page lets go of is gone with its words', async () => {
  const { page, context, done } = await begun();
  await page.evaluate(() => {
    window.old = new WeakRef(document.querySelector('what-matters'));
    window.old.deref().replaceWith(document.createElement('what-matters'));
  });
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  assert.deepEqual(await traces(page, CANARY), []);
  const cdp = await context.newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  assert.equal(await page.evaluate(() => window.old.deref() === undefined), true, 'nothing holds on to it');
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  assert.equal(await page.getByRole('textbox').inputValue(), '');
  await done({ allowed: ASKED_ANEW });
});

test('thirty elements that come and go leave no listener, no node and no second tree behind', async () => {
  const { page, context, done } = await open(browser, server);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const comeAndGo = (times) =>
    page.evaluate(async (times) => {
      const ids = new Set();
      document.querySelector('what-matters')?.remove();
      for (let at = 0; at < times; at += 1) {
        const element = document.createElement('what-matters');
        document.body.append(element);
        while (!element.shadowRoot.querySelector('h2')) await new Promise(requestAnimationFrame);
        ids.add(element.shadowRoot.querySelector('h2').id);
        element.remove();
        await Promise.resolve();
      }
      return [...ids];
    }, times);
  const measure = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { listeners: of('JSEventListeners'), nodes: of('Nodes') };
  };
  await comeAndGo(5);
  const before = await measure();
  assert.deepEqual(await comeAndGo(30), ['wm0-title'], 'every one of them used the one tree');
  const after = await measure();
  assert.ok(after.listeners <= before.listeners, `${before.listeners} listeners became ${after.listeners}`);
  assert.ok(after.nodes <= before.nodes + 20, `${before.nodes} nodes became ${after.nodes}`);
  await done({ allowed: ASKED_ANEW });
});
