// Then and now on paper: each heading with each time below it, the life cards in words, and nothing that is kept back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { files, looking, on } from './support/kept.mjs';
import { noPrinter } from './support/out.mjs';
import { site } from './support/site.mjs';
import { drop } from './support/travel.mjs';
import { onward, press } from './support/walk.mjs';

let browser, plain, server, made;
before(async () => {
  [browser, plain, server] = await Promise.all([chromium(), serve(), serve(site({ guide: looking(guide) }))]);
  made = await files(browser, plain);
});
after(() => Promise.all([browser?.close(), plain?.close(), server?.close()]));

const open3 = async () => {
  const opened = await open(browser, server, '/embed/basic.html', { before: async (page) => (await on('2026-09-04')(page), await noPrinter(page)) });
  for (const file of [made.first, made.second]) {
    await onward(opened.page, () => drop(opened.page, file));
    await onward(opened.page, () => press(opened.page, words['open-it']));
  }
  return opened;
};

/** What stands on the page to print, a line each. */
const lines = (page) =>
  page.evaluate(() => {
    const { body } = document.getElementById('what-matters-print').contentDocument;
    return [...body.querySelectorAll('h1, h2, p, li, tr')].map((one) => `${one.localName}: ${[...(one.localName === 'tr' ? one.children : [one])].map((part) => part.textContent).join(' | ')}`);
  });

test('what is printed holds each heading with the days below it, and the life cards as plain values', async () => {
  const { page, done } = await open3();
  await press(page, words['print-then']);
  const all = await lines(page);
  assert.equal(all[0], `h1: ${words.then}`);
  const hope = all.indexOf(`h2: ${guide.headings.find((heading) => heading.id === 'hope').title}`);
  assert.ok(hope > 0);
  const under = all.slice(hope + 1, hope + 7);
  assert.deepEqual(under.filter((line) => line.startsWith('p: ')), ['p: 2 March 2026', 'p: 3 June 2026', `p: ${words.now}`, `p: ${words['then-nothing']}`]);
  assert.equal(under.filter((line) => line.startsWith(`li: ${CANARY}`)).length, 2);
  const rows = all.filter((line) => line.startsWith('tr: '));
  assert.equal(rows[0], `tr:  |  | 2 March 2026 | 3 June 2026 | ${words.now}`);
  assert.equal(rows.length, 4, 'a row for each card that lay somewhere');
  assert.match(rows[1], new RegExp(`\\|  \\| ${words['pile-change']} \\| ${words['pile-change']} \\| ${words['no-pile']}$`));
  await page.evaluate(() => document.getElementById('what-matters-print').contentWindow.dispatchEvent(new Event('afterprint')));
  assert.equal(await page.locator('#what-matters-print').count(), 0);
  await done();
});

test('what stands on the screen is the same, without a verdict or a colour of its own', async () => {
  const { page, done } = await open3();
  const times = page.locator('.over-time').filter({ hasText: 'step' }).locator('.time');
  assert.equal(await times.count(), 3);
  assert.deepEqual(await times.locator('.label').first().allInnerTexts(), ['2 March 2026']);
  for (const what of ['.times .own', '.times .label', '.lay']) {
    const colours = await page.locator(what).evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))]);
    assert.equal(colours.length, 1, `${what}: ${colours}`);
  }
  const text = await page.locator('.screen.then').innerText();
  assert.doesNotMatch(text, /[↑↓→▲▼✓✗+]|better than|worse than|improv/i);
  await done();
});
