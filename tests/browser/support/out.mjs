// What goes out of the widget, as a person would have it in their hands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program, words } from './tools.mjs';
import { onward, press } from './walk.mjs';

/** Writes in the first box there is, and a name in the next one if given, and opens the summary with them. */
export async function summarise(page, text, name) {
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
  if (name) {
    for (let screens = 0; screens < 2; screens += 1) await onward(page, () => press(page, words.continue));
    await page.getByRole('textbox').fill(name);
  }
  await onward(page, () => press(page, words['my-summary']));
}

/** For the `before` of `open`: the frame's print window says that it opens and stays shut, so that what would be printed can be looked at. */
export const noPrinter = (page) =>
  page.addInitScript(() => {
    if (window.frameElement?.id === 'what-matters-print') window.print = () => window.dispatchEvent(new Event('beforeprint'));
  });

/** Browsers that print the page a frame stands in, and so get a window of its own for what is printed. */
export const PHONES = {
  'Chrome on iOS': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1',
  'Firefox on iOS': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/133.0 Mobile/15E148 Safari/605.1.15',
};

/** For the `before` of `open`: a window of its own counts how often it would be printed. */
export const ownWindows = (page) =>
  page.addInitScript(() => {
    window.prints = 0;
    const { open } = window;
    window.open = (...to) => Object.assign(open.apply(window, to), { print: () => (window.prints += 1) });
  });

/** Every line of a page to read, with the element it stands in. It runs in the browser. */
const read = (page) => ({
  title: page.title,
  lines: [...page.body.querySelectorAll('h1, h2, p, li')].map((one) => `${one.localName}: ${one.textContent}`),
  letters: page.defaultView.getComputedStyle(page.body).fontSize,
  rules: [...page.styleSheets, ...page.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText),
});

/** Presses *Print*, or what else prints, and returns what would be printed. Once it is, the frame has to be gone. */
export async function printed(page, act = () => press(page, words.print)) {
  await act();
  const sheet = await page.evaluate(`(${read})(document.getElementById('what-matters-print').contentDocument)`);
  await page.evaluate(() => document.getElementById('what-matters-print').contentWindow.dispatchEvent(new Event('afterprint')));
  assert.equal(await page.locator('#what-matters-print').count(), 0, 'the words do not stay behind in the frame');
  return sheet;
}

/** What a window of its own would print. */
export const sheetOf = (page) => page.evaluate(`(${read})(document)`);

/** Presses *Download*, and returns where the file is kept until `forget` is called. */
export async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, words.download)]);
  const folder = mkdtempSync(join(tmpdir(), 'what-matters-'));
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  await page.getByText(words.downloaded).waitFor();
  return { path, name: download.suggestedFilename(), forget: () => rmSync(folder, { recursive: true }) };
}

/** Opens a file from disk in a window that knows nothing of the conversation, and holds it to asking for nothing. */
export async function fromDisk(browser, path, look) {
  const context = await browser.newContext({ acceptDownloads: false });
  const page = await context.newPage();
  const wrong = [];
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`file://${path}`);
  const seen = await look(page);
  await context.close();
  assert.deepEqual(wrong, []);
  assert.deepEqual(requests, [`file://${path}`]);
  return seen;
}

/** Presses *Copy as text* or *Copy this part*, and returns what stands on the clipboard. */
export async function copied(page, button, notice) {
  await button.click();
  await page.getByText(notice).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The words on each page of a PDF. */
export function pages(pdf) {
  const { status, stdout, stderr } = spawnSync(program('pdftotext'), ['-', '-'], { input: pdf, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.split('\f').slice(0, -1);
}

/** Words without the spaces and line ends between them, which a printer sets as it likes. */
export const bare = (text) => text.replaceAll(/\s+/g, '');
