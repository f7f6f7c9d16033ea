// The element is a guest in somebody's page: neither's styles touch the other, and the page's shortcuts do not hear what is written.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, tool, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { ASKED_FOR, everyScreen } from './support/screens.mjs';
import { onward, press } from './support/walk.mjs';

const { default: pixelmatch } = await import(tool.resolve('pixelmatch'));
const { PNG } = tool('pngjs');

/** What host pages do to themselves, and do not mean for us. */
const HOSTS = {
  'a small root': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'a reset of everything': 'head, script { display: none !important } * { all: unset !important; color: red !important; font-size: 30px !important }',
  'what stands between the tags is hidden': 'what-matters * { display: none !important }',
  'a reset as in Bootstrap': `*, ::before, ::after { box-sizing: border-box } body { margin: 0; font: 400 1rem/1.5 serif; color: #212529; -webkit-text-size-adjust: 100% }
    h2, p, ul, label, legend { margin: 0 0 2rem; padding: 0 } button, textarea { border-radius: 0; font-family: monospace; line-height: 3 }`,
  'classes of the same names': '.wm, .page, .top, .card, .btn, .main, .choice, .words, .question { display: none !important; color: red !important }',
  'styles that are handed down': `body { letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase; line-height: 1; text-indent: 2em; text-align: right; white-space: nowrap;
    font: italic 700 30px monospace; color: red; cursor: crosshair; list-style: square; text-shadow: 0 0 4px red; -webkit-text-fill-color: red; hyphens: none; caret-color: red; accent-color: red; tab-size: 20 }`,
  'styles for every element': `* { letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase; line-height: 1; text-indent: 2em; text-align: right; white-space: nowrap;
    font-size: 30px; font-style: italic; font-weight: 700; color: red; list-style: square; text-shadow: 0 0 4px red; -webkit-text-fill-color: red; visibility: visible }`,
  'styles for every element, and in earnest': `* { letter-spacing: 0.3em !important; text-transform: uppercase !important; line-height: 1 !important; font: italic 30px/1 monospace !important;
    text-align: right !important; white-space: nowrap !important; text-shadow: 0 0 4px red !important; -webkit-text-fill-color: red !important }`,
  'lines drawn through everything': '* { text-decoration: line-through 3px red !important }',
  'a page from right to left': 'html, body, what-matters { direction: rtl !important }',
  'a dark page': 'html { color-scheme: dark; background: black; color: white }',
};
const LOOKED_AT = ['one choice, taken, with its box', 'notice with its tips open', 'many choices, not in my control', 'life cards, sorted, and no more to be chosen', 'plan with two rows and an undo', 'parts', 'help', 'summary, a part kept back and an entry open', 'scale with its number'];

/** A page with the element and nothing else, and one with what a host may have beside it. */
function site(path) {
  const page = (inside) => ({ body: Buffer.from(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body>${inside}</body></html>`) });
  const script = '<script type="module" src="/what-matters.js"></script><what-matters></what-matters>';
  const host = '<div id="host" class="wm page"><h2 class="question">A host</h2><p class="hint">Words</p><ul class="points"><li>One</li></ul><label class="choice"><input type="radio">Two</label><button class="btn main">Three</button><textarea class="words"></textarea><details><summary>Four</summary></details></div>';
  const trouble = `<style>html { color-scheme: dark } body { font: italic 20px/1.7 monospace; color: #fc0 }</style><p id="outside">Out</p>
    <script type="module" src="/what-matters.js"></script><what-matters guide="no-such-guide.json"><p id="inside">In</p></what-matters>`;
  return { '/alone.html': page(script), '/beside.html': page(host + script), '/host.html': page(host), '/trouble.html': page(trouble) }[path];
}

/** In what two pictures differ. */
function difference(one, other) {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) return `${other.width} x ${other.height} for ${width} x ${height}`;
  const apart = pixelmatch(one.data, other.data, null, width, height);
  return apart && `${apart} pixels`;
}

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve(site)])));
after(() => Promise.all([browser?.close(), server?.close()]));
const still = { reducedMotion: 'reduce', viewport: { width: 480, height: 2000 } };

test('whatever a host does to its own page, the element looks the same', async () => {
  const { page, done } = await open(browser, server, '/alone.html', { context: still });
  const dress = (rules) =>
    page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, `body { margin: 0 } ${rules}`);
  const picture = async () => {
    const height = await page.locator('.wm').evaluate((root) => Math.min(root.getBoundingClientRect().height, innerHeight));
    return PNG.sync.read(await page.screenshot({ clip: { x: 0, y: 0, width: 480, height: Math.floor(height) } }));
  };
  const wrong = [];
  const seen = [];
  await everyScreen(page, async (name) => {
    if (!LOOKED_AT.includes(name)) return;
    seen.push(name);
    await page.mouse.move(1, 1);
    await page.evaluate(() => scrollTo(0, 0));
    await dress('');
    const plain = await picture();
    for (const [host, rules] of Object.entries(HOSTS)) {
      await dress(rules);
      const now = await picture();
      const apart = difference(plain, now);
      if (apart) wrong.push(`${name}, ${host}: ${apart}`);
    }
    await dress('');
  });
  assert.deepEqual(seen, LOOKED_AT.toSorted((one, other) => seen.indexOf(one) - seen.indexOf(other)));
  assert.deepEqual(wrong, []);
  await done({ allowed: ASKED_FOR });
});

test('the page round it looks the same with it and without', async () => {
  const look = async (path, ready) => {
    const { page, done } = await open(browser, server, path, { context: still, ready });
    const picture = PNG.sync.read(await page.locator('#host').screenshot());
    await done();
    return picture;
  };
  assert.equal(difference(await look('/host.html', false), await look('/beside.html')), 0);
});

test('what stands between the tags keeps the looks of the page, and stays where there is no guide', async () => {
  const { page, done } = await open(browser, server, '/trouble.html', { context: { ...still, colorScheme: 'dark' }, ready: false });
  await page.locator('.trouble').waitFor();
  const looks = (name) => page.locator(name).evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).font]);
  assert.deepEqual(await looks('#inside'), await looks('#outside'));
  await done({ allowed: ASKED_FOR });
});

test('a part of the page that is hidden hides it, and its layers stay under those of the page', async () => {
  const { page, done } = await open(browser, server, '/beside.html', { context: still });
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  const box = page.getByRole('textbox').last();
  await page.evaluate(() => (document.body.style.visibility = 'hidden'));
  await box.waitFor({ state: 'hidden' });
  await page.evaluate(() => {
    document.body.style.visibility = '';
    // A menu of the host's that has opened over the element.
    const menu = document.createElement('div');
    menu.style.cssText = 'position: absolute; inset: 0; z-index: 1; height: 4000px';
    document.body.append(menu);
  });
  const above = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('what-matters');
    const notice = shadowRoot.querySelector('.notice');
    notice.className = 'notice';
    const { left, top } = notice.getBoundingClientRect();
    return document.elementFromPoint(left + 4, top + 4).localName;
  });
  assert.equal(above, 'div');
  await done();
});

test("the page and its keyboard shortcuts hear nothing that is typed, cut or pasted in a box, and Escape and Tab get through", async () => {
  const { page, done } = await open(browser, server, '/alone.html', { context: still });
  await page.evaluate(() => {
    window.heard = [];
    for (const on of [document.body, document.documentElement, document, window]) {
      for (const kind of ['keydown', 'keypress', 'keyup']) on.addEventListener(kind, (event) => window.heard.push(event.key));
      for (const kind of ['beforeinput', 'input', 'paste', 'cut', 'copy']) on.addEventListener(kind, () => window.heard.push(kind));
    }
  });
  // Shift writes nothing by itself, and is let through.
  const heard = () => page.evaluate(() => [...new Set(window.heard.splice(0))].filter((key) => key !== 'Shift'));
  const silent = async (target, keys) => {
    await target.focus();
    for (const key of keys) await page.keyboard.press(key);
    assert.deepEqual(await heard(), [], keys.join(' '));
  };
  await onward(page, () => press(page, words.start));
  // Who types before they come to the box means the box.
  for (const key of ['s', 'Shift+G', '/']) await page.keyboard.press(key);
  assert.deepEqual(await heard(), [], 'typed on the question');
  await page.keyboard.press('Alt+Control+k');
  assert.ok((await heard()).includes('k'), 'with Control it is meant for the page');
  await silent(page.getByRole('radio').first(), ['Space', 'ArrowDown', 's', '/']);
  await page.locator('.told textarea').waitFor();
  await onward(page, () => press(page, words.continue));
  const box = page.getByRole('textbox');
  await silent(box, ['s', '?', 'Shift+G', 'Enter', 'ArrowUp', 'Control+b', 'Backspace', 'End']);
  await box.pressSequentially(`${CANARY}`);
  assert.deepEqual(await heard(), []);
  assert.match(await box.inputValue(), new RegExp(`^s.?.*${CANARY}`, 's'));
  for (const key of ['a', 'x', 'v']) await page.keyboard.press(`Control+${key}`);
  assert.match(await box.inputValue(), new RegExp(CANARY), 'cut, and pasted again');
  assert.deepEqual(await heard(), []);
  await page.keyboard.press('Escape');
  assert.deepEqual(await heard(), ['Escape']);
  await page.keyboard.press('Tab');
  assert.deepEqual(await heard(), ['Tab']);
  for (const [name, kind] of [[words.continue], [words.continue], [words.continue, 'checkbox']]) {
    await onward(page, () => press(page, name));
    if (kind) await silent(page.getByRole(kind).first(), ['Space', 'x']);
  }
  await done();
});
