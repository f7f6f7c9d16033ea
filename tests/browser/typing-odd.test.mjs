// Words of every script and shape, the ways to begin, and typing where a keyboard leaves little room.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { copied, downloaded } from './support/out.mjs';
import { onward, press } from './support/walk.mjs';

const ODD = {
  'emoji that are joined': '👩🏽‍🌾 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👨‍👩‍👧‍👦 ❤️',
  'words from right to left': 'أحب حديقتي (جدا) 2 مرة، و English داخلها',
  'marks that join the letter before': 'e\u0301 ŵ n\u0303 ก็ नमस्ते',
  'line breaks on their own': '\n\n\n',
  'tabs and spaces at both ends': '\t  tabs\tand  spaces \t ',
  'what a program might take for its own': '<b>&amp;</b> {{name}} ${x} %s \\n "\'` </textarea><script>1</script> - * # --',
  'characters that are not seen': 'a\u00a0b\u200bc\u200fd\u202ee\u2028f\u0001g\ufeffh\ufffdi',
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

async function atBox(options = {}) {
  const opened = await open(browser, server, '/embed/basic.html', { context: { permissions: ['clipboard-read', 'clipboard-write'] }, ...options });
  await onward(opened.page, () => press(opened.page, words.start));
  await onward(opened.page, () => press(opened.page, words.continue));
  return { ...opened, box: opened.page.getByRole('textbox') };
}

test('words of every shape come out as they went in', async () => {
  const { page, box, done } = await atBox();
  for (const [what, odd] of Object.entries(ODD)) {
    const text = `${odd}${CANARY}${odd}`;
    await box.fill(text);
    await onward(page, () => press(page, words['my-summary']));
    const said = page.locator('.letter .own');
    assert.equal(await said.evaluate((said) => said.textContent), text, what);
    assert.equal(await said.evaluate((said) => said.childElementCount), 0, what);
    const copy = await copied(page, page.getByRole('button', { name: words.copy, exact: true }), words.copied);
    assert.ok(copy.includes(`- ${text}\n`), `${what}: ${JSON.stringify(copy)}`);
    const file = await downloaded(page);
    const source = readFileSync(file.path, 'utf8');
    file.forget();
    const read = await page.evaluate((source) => new DOMParser().parseFromString(source, 'text/html').querySelector('.said').textContent, source);
    assert.equal(read, text, what);
    await onward(page, () => press(page, words['carry-on']));
    assert.equal(await box.inputValue(), text, what);
  }
  await done();
});

test('words from right to left run from the right, in the box and in the letter', async () => {
  const { page, box, done } = await atBox();
  await box.fill('أحب حديقتي');
  const direction = (one) => one.evaluate((one) => getComputedStyle(one).direction);
  assert.equal(await direction(box), 'rtl');
  await onward(page, () => press(page, words['my-summary']));
  assert.equal(await direction(page.locator('.letter .own')), 'rtl');
  await done();
});

test('line breaks alone are nothing said', async () => {
  const { page, box, done } = await atBox();
  await box.fill(' \n\t\n ');
  await onward(page, () => press(page, words['my-summary']));
  await page.getByText(words['summary-empty']).waitFor();
  await done();
});

test('a way to begin puts words in that can be changed, on a line after what is there already', async () => {
  const { page, box, done } = await atBox();
  const { starters } = guide.stages.flatMap((stage) => stage.prompts).find((prompt) => prompt.id === 'fc-hope').answer;
  const chip = (at) => page.getByRole('button', { name: starters[at], exact: true });
  await chip(0).click();
  await page.keyboard.type(`, ${CANARY}`);
  assert.equal(await box.inputValue(), `${starters[0]}, ${CANARY}`, 'the caret is after it');
  await chip(1).click();
  await page.keyboard.type(' my bills');
  const text = `${starters[0]}, ${CANARY}\n${starters[1]} my bills`;
  assert.equal(await box.inputValue(), text);
  for (let at = 0; at < ' my bills'.length; at += 1) await page.keyboard.press('Backspace');
  await onward(page, () => press(page, words['my-summary']));
  const said = page.locator('what-matters').locator('.own').filter({ hasText: CANARY });
  assert.equal(await said.evaluate((said) => said.textContent), text.slice(0, -' my bills'.length));
  await done();
});

test('with an on-screen keyboard open on a small phone, the box and the caret stay in view', async () => {
  const { page, box, done } = await atBox({ context: { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true } });
  const caret = () =>
    box.evaluate((box) => {
      const { paddingTop, lineHeight, fontSize } = getComputedStyle(box);
      const before = box.value.split('\n').length - 1;
      const top = box.getBoundingClientRect().top + box.clientTop + parseFloat(paddingTop) + before * parseFloat(lineHeight) - box.scrollTop;
      // The letters stand in the middle of their line.
      const room = (parseFloat(lineHeight) - parseFloat(fontSize)) / 2;
      const at = { top: top + room, bottom: top + room + parseFloat(fontSize) };
      const over = box.getRootNode().elementFromPoint(box.getBoundingClientRect().left + 20, (at.top + at.bottom) / 2);
      return { ...at, height: innerHeight, isSeen: at.top >= 0 && at.bottom <= innerHeight && over === box, focus: box.getRootNode().activeElement === box };
    });
  await box.tap();
  // What Android does when the keyboard comes; an iPhone scrolls to the caret by itself.
  await page.setViewportSize({ width: 320, height: 250 });
  for (let line = 0; line < 12; line += 1) {
    await page.keyboard.type(`Line ${line} of ${CANARY}`);
    const now = await caret();
    assert.ok(now.isSeen && now.focus, `line ${line}: ${JSON.stringify(now)}`);
    await page.keyboard.press('Enter');
  }
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), true, 'nothing scrolls sideways');
  await done();
});
