// The page for hosts that checks a list of services: the report of the command, made in the browser, and nothing sent.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, root } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { nothing, seen } from './support/axe.mjs';

const TOWN = join(root, 'www/services/millbrook.json');
const SMALL = join(root, 'www/services/small.json');

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Opens the page, and holds it to no request but for its own files, and to a clean console. */
async function opened(options = {}) {
  const page = await browser.newPage(options);
  const [asked, wrong] = [[], []];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${server.address}/services/check.html`);
  const done = async () => {
    const others = asked.filter((path) => !/^\/(demo\.css|services\/check\.(html|css|js|[0-9a-f]+\.wasm))$/.test(path));
    await page.close();
    assert.deepEqual([others, wrong], [[], []]);
  };
  return { page, done };
}

const lists = (page) => page.getByLabel('Your list, or several');
const said = (page, text) => page.getByRole('status').getByText(text).waitFor();

test('a list that is chosen gets its report: what is wrong with its place and what to do, how fresh it is, and what nothing maps', async () => {
  const { page, done } = await opened();
  await lists(page).setInputFiles(TOWN);
  await said(page, 'millbrook.json was read.');
  const shown = await page.locator('.reports pre').textContent();
  const codes = [...shown.matchAll(/^millbrook\.json:[0-9]+:[0-9]+: (?:error|warning)\[([a-z-]+)\]/gm)].map(([, code]) => code);
  // The mistakes that `www/services/README.md` lists, but for the tags and signs that are only taken out.
  assert.equal(codes.length, 11);
  assert.match(shown, /“ABC 1234” under `postal_code` is no postcode\.\n {4}at contents\[\d+\]\.\S+, in “Coffee at the works”\n {4}Write a postcode/);
  assert.match(shown, /millbrook\.json: 156 services can be offered; 14 closed; 3 cannot be used/);
  assert.match(shown, /checked more than a year ago: \d+ services/);
  assert.match(shown, /× MB-114/);
  await done();
});

test('several at once, one of them no list, are each said under their name, and a map of their own counts', async () => {
  const { page, done } = await opened();
  const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await lists(page).setInputFiles([file('small.json', readFileSync(SMALL, 'utf8')), file('<b>letter.json', 'Dear all')]);
  await said(page, '2 files were read.');
  assert.deepEqual(await page.locator('.reports h2').allTextContents(), ['small.json', '<b>letter.json']);
  assert.match(await page.locator('.reports pre').nth(1).textContent(), /error\[not-json\]/);
  const unmapped = await page.locator('.reports pre').first().textContent();
  await page.getByLabel('A map of your own').setInputFiles([file('map.json', '{"format":1,"terms":[{"term":"nothing we have","areas":["joy"]}]}')]);
  await page.getByRole('heading', { name: 'map.json' }).waitFor();
  assert.notEqual(await page.locator('.reports pre').nth(1).textContent(), unmapped);
  await done();
});

test('a list that is dropped anywhere on the page is read', async () => {
  const { page, done } = await opened();
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, readFileSync(SMALL, 'utf8'));
  await said(page, 'dropped.json was read.');
  await done();
});

test('it is named, ordered and readable for everyone, and fits a narrow screen', async () => {
  const { page, done } = await opened({ viewport: { width: 320, height: 640 } });
  await lists(page).setInputFiles(TOWN);
  await said(page, 'millbrook.json was read.');
  nothing(await seen(page));
  assert.ok(await page.evaluate(() => [...document.querySelectorAll('main *')].every((one) => one.getBoundingClientRect().right <= innerWidth)), 'nothing stands beyond the edge');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the page');
  await done();
});
