// Whatever style sheet a host's page has, the layout inside the element is what it is on a plain page as wide, but for what is written down here.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { misfits, small } from './support/fits.mjs';
import { part } from './support/kept.mjs';
import { measures } from './support/layout.mjs';
import { noPrinter, printed } from './support/out.mjs';
import { SAME, UNSEEN } from './support/sheets.mjs';
import { onward, press } from './support/walk.mjs';

const PAGE = host(
  `<div id="outer"><div class="entry-content">${element()}</div></div><div id="overlay" hidden>A banner</div>`,
);
const still = { reducedMotion: 'reduce', viewport: { width: 480, height: 4000 } };

let browser, server;
const screens = [];

/** The screens that are looked at: words alone, choices and a box, cards, help lines and the summary. */
const WAYS = {
  welcome: async () => {},
  'a choice with its box': async (page) => {
    await onward(page, () => press(page, words.start));
    await page.getByRole('radio').nth(1).check();
    await page.getByRole('textbox').fill(`${CANARY} and the river`);
  },
  'life cards': async (page) => {
    await onward(page, () => press(page, words.start));
    await part(page, 'life');
    await onward(page, () => press(page, words.continue));
    await page.locator('.card').nth(1).getByRole('radio').nth(1).check();
  },
  help: (page) => onward(page, () => press(page, words.help)),
  'the summary': async (page) => {
    await onward(page, () => press(page, words['five-minutes']));
    await page.getByRole('textbox').fill(`${CANARY} Ama`);
    await onward(page, () => press(page, words['my-summary']));
  },
};

before(async () => {
  [browser, server] = await Promise.all([chromium(), serve((path) => (path === '/host.html' ? { ...PAGE } : undefined))]);
  for (const [name, go] of Object.entries(WAYS)) {
    const opened = await open(browser, server, '/host.html', { context: still, before: noPrinter });
    await go(opened.page);
    await opened.page.evaluate(measures);
    screens.push({ name, ...opened });
  }
});
after(async () => {
  for (const { done } of screens) await done();
  await Promise.all([browser?.close(), server?.close()]);
});

for (const [name, { rules, turned = false, media = {} }] of Object.entries(SAME)) {
  test(`with ${name} the layout inside is the same`, async () => {
    const wrong = [];
    for (const screen of screens) {
      await screen.page.emulateMedia(media);
      const apart = await screen.page.evaluate(([rules, turned]) => window.apart(rules, turned), [rules, turned]);
      await screen.page.emulateMedia({ forcedColors: null });
      assert.ok(apart.width >= 280, `${screen.name} is ${apart.width} px wide`);
      wrong.push(...apart.wrong.slice(0, 3).map((what) => `${screen.name}: ${what}`));
    }
    assert.deepEqual(wrong, []);
  });
}

const called = (name) => screens.find((screen) => screen.name === name).page;

for (const [name, rules] of Object.entries(UNSEEN)) {
  test(`with ${name} a person sees nothing of it, which is the host's will, and nothing is lost`, async () => {
    const page = called('a choice with its box');
    const isSeen = () =>
      page.evaluate(() => {
        const element = document.querySelector('what-matters');
        const { left, top, width, height } = element.shadowRoot.querySelector('.btn').getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === element;
      });
    assert.equal(await isSeen(), true);
    await page.evaluate((rules) => window.dress(rules), rules);
    assert.equal(await isSeen(), false);
    await page.evaluate(() => window.dress(''));
    assert.equal(await isSeen(), true);
    assert.equal(await page.getByRole('textbox').inputValue(), `${CANARY} and the river`);
    // A browser takes the focus from what is not displayed.
    await page.getByRole('textbox').focus();
    assert.deepEqual((await page.evaluate(() => window.apart(''))).wrong, []);
  });
}

test('on a page zoomed to 200 % everything is twice as large, and fits', async () => {
  for (const { name, page } of screens) {
    const size = () => page.evaluate(() => document.querySelector('what-matters').shadowRoot.querySelector('button').getBoundingClientRect().height);
    const plain = await size();
    await page.evaluate(() => window.dress('body { zoom: 2; width: 480px } html { overflow-x: hidden }'));
    await page.setViewportSize({ width: 960, height: 4000 });
    assert.equal(Math.round((await size()) / plain), 2, name);
    assert.deepEqual(await page.evaluate(misfits), [], name);
    await page.evaluate(() => window.dress(''));
    await page.setViewportSize(still.viewport);
  }
});

test('in a part of a page that scrolls, nothing of it makes the page scroll', async () => {
  const page = called('the summary');
  await page.setViewportSize({ width: 480, height: 250 });
  await page.evaluate(() => window.dress('#outer { height: 200px; overflow: auto }'));
  const over = await page.evaluate(() => document.scrollingElement.scrollHeight - innerHeight);
  await page.evaluate(() => window.dress(''));
  await page.setViewportSize(still.viewport);
  assert.ok(over <= 0, `${over} px`);
});

test('what a page hides on paper is not hidden on the sheet that is printed here', async () => {
  const page = called('the summary');
  await page.evaluate(() => window.dress('@media print { *, iframe { display: none !important; color: transparent !important } }'));
  const { lines } = await printed(page, async () => {
    await press(page, words.print);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() => {
      const { contentDocument, contentWindow } = document.getElementById('what-matters-print');
      return [...contentDocument.querySelectorAll('h1, .said')].map((one) => contentWindow.getComputedStyle(one)).map(({ display, color }) => [display, color]);
    });
    assert.deepEqual(shown, [['block', 'rgb(17, 17, 17)'], ['inline', 'rgb(17, 17, 17)']]);
  });
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dress(''));
  assert.ok(lines.join().includes(`${CANARY} Ama`));
});

test('printed with the page round it, it is a block that breaks between pages', async () => {
  const page = called('the summary');
  const display = () => page.evaluate(() => getComputedStyle(document.querySelector('what-matters').shadowRoot.querySelector('.wm')).display);
  assert.equal(await display(), 'inline-block');
  await page.emulateMedia({ media: 'print' });
  const onPaper = await display();
  await page.emulateMedia({ media: null });
  assert.equal(onPaper, 'block');
});

test('the parts that have a name are what a page reaches on purpose, and nothing else', async () => {
  const page = called('a choice with its box');
  const sizes = () =>
    page.evaluate(() => {
      const root = document.querySelector('what-matters').shadowRoot;
      return ['.question', '.words', '.btn.main', '.choice'].map((look) => getComputedStyle(root.querySelector(look)).outlineWidth);
    });
  assert.deepEqual(new Set(await sizes()).size, 1);
  await page.evaluate(() => window.dress(['question', 'words', 'main-action', 'choice'].map((name) => `what-matters::part(${name}) { outline: 31px solid }`).join('')));
  const [question, box, main, choice] = await sizes();
  await page.evaluate(() => window.dress(''));
  assert.deepEqual([question, box, main], ['31px', '31px', '31px']);
  assert.notEqual(choice, '31px');
});

test('for a reader whose own text is twice as large everything is, and fits', async () => {
  const large = await chromium({ args: ['--blink-settings=defaultFontSize=32'] });
  try {
    for (const [name, go] of Object.entries(WAYS)) {
      const { page, done } = await open(large, server, '/host.html', { context: { ...still, viewport: { width: 1280, height: 800 } } });
      await go(page);
      const size = await page.locator('.wm').evaluate((root) => parseFloat(getComputedStyle(root).fontSize));
      assert.ok(size >= 36, `${name}: ${size} px`);
      for (const width of [640, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        assert.deepEqual([...(await page.evaluate(misfits)), ...(await page.evaluate(small))], [], `${name}, ${width} px`);
      }
      await done();
    }
  } finally {
    await large.close();
  }
});
