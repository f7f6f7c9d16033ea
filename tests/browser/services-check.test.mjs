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
const WALK = '[{"id":"walk","name":"Walk","status":"active"}]';
const OWN_MAP = '{"format":1,"terms":[{"term":"nothing we have","areas":["joy"]}]}';

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
  await page.getByLabel('A map of your own').setInputFiles([file('map.json', OWN_MAP)]);
  await page.getByRole('heading', { name: 'map.json' }).waitFor();
  assert.notEqual(await page.locator('.reports pre').nth(1).textContent(), unmapped);
  await done();
});

/** Drops files on the page, each with its name and its text or bytes. */
const drop = (page, files) =>
  page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content] of files) {
      const bytes = typeof content === 'string' ? content : new Uint8Array(content);
      dataTransfer.items.add(new File([bytes], name, { type: 'application/json' }));
    }
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
const named = (page, label) => page.getByLabel(label).evaluate((input) => [...input.files].map((file) => file.name));

test('files are checked together, as the command does: the same id in two of them, bytes that are no text, and a packed list', async () => {
  const { page, done } = await opened();
  await drop(page, [
    ['own.json', WALK],
    ['council.json', WALK],
    ['letters.json', [0xff, 0xfe, 0x5b, 0x00]],
    ['services.1a2b3c4d.bin', [0x1f, 0x8b, 8, 0]],
  ]);
  await said(page, '4 files were read.');
  const texts = await page.locator('.reports pre').allTextContents();
  assert.doesNotMatch(texts[0], /before it/);
  assert.match(texts[1], /^council\.json: 1 of its services have the id of one in a file before it, and that one counts$/m);
  assert.match(texts[2], /^letters\.json:1:1: error\[not-json\] The file is not UTF-8 text\./);
  assert.match(texts[3], /The file is packed\.\n {4}Check the lists that it was packed from\./);
  await done();
});

test('a map that is dropped, or chosen among the lists, is taken as the map, and stays while other lists come', async () => {
  const { page, done } = await opened();
  const headings = () => page.locator('.reports h2').allTextContents();
  const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await lists(page).setInputFiles([file('walk.json', WALK), file('own-map.json', OWN_MAP)]);
  await said(page, '2 files were read.');
  assert.deepEqual(await headings(), ['own-map.json', 'walk.json']);
  assert.deepEqual([await named(page, 'Your list, or several'), await named(page, 'A map of your own')], [['walk.json'], ['own-map.json']]);
  await drop(page, [['small.json', readFileSync(SMALL, 'utf8')]]);
  await page.getByRole('heading', { name: 'small.json' }).waitFor();
  assert.deepEqual(await headings(), ['own-map.json', 'small.json']);
  await drop(page, [['other-map.json', OWN_MAP.replace('"joy"', '"Joy"')]]);
  await page.getByRole('heading', { name: 'other-map.json' }).waitFor();
  assert.deepEqual(await headings(), ['other-map.json', 'small.json']);
  assert.match(await page.locator('.reports pre').first().textContent(), /wrong-id/);
  await drop(page, [['a.json', OWN_MAP], ['b.json', OWN_MAP]]);
  await page.getByRole('heading', { name: 'b.json' }).waitFor();
  assert.match(await page.locator('.reports pre').nth(1).textContent(), /^b\.json:1:1: error\[no-feed\] This is a map, and no list of services\./);
  await done();
});

test('a list that is dropped anywhere on the page is read', async () => {
  const { page, done } = await opened();
  await drop(page, [['dropped.json', readFileSync(SMALL, 'utf8')]]);
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
