// A summary that travels without a server: from a person at home to a link worker, home again, and to a review months later.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { open } from './support/open.mjs';
import { drop, saved } from './support/travel.mjs';
import { element, host, serve } from './support/server.mjs';
import { onward, press } from './support/walk.mjs';

const PAGES = {
  '/session.html': 'mode="together" worker-name="Jo"',
  '/review.html': 'guide="/guides/review.json"',
};
let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => (PAGES[path] ? host(element(PAGES[path])) : undefined))])));
after(() => Promise.all([browser?.close(), server?.close()]));

const box = (page) => page.getByRole('textbox').first();
const summary = (page) => page.locator('.letter').innerText();

/** Goes on by *Continue* until this is asked. */
async function to(page, ask) {
  while (!(await page.getByRole('heading', { name: ask, exact: true }).count())) await onward(page, () => press(page, words.continue));
}

test('begun at home, locked, opened by a link worker, changed, taken home, and looked back on', async () => {
  const home = await open(browser, server);
  await onward(home.page, () => press(home.page, words.start));
  await to(home.page, 'What are you hoping for?');
  await box(home.page).fill('To have someone to call.');
  await to(home.page, 'What would you like to be called?');
  await box(home.page).fill('Sam');
  await to(home.page, 'What matters most to you in your life right now?');
  await box(home.page).fill('My dog, Biscuit.\nAnd chapel.');
  await onward(home.page, () => press(home.page, words['my-summary']));
  await onward(home.page, () => press(home.page, words['more-ways']));
  await home.page.getByRole('checkbox', { name: words.lock }).check();
  await press(home.page, words['use-offered']);
  const passphrase = await box(home.page).inputValue();
  assert.match(passphrase, /^([a-z]{3,7} ){5}[a-z]{3,7}$/);
  const locked = await saved(home.page, () => press(home.page, words.download));
  for (const word of ['Biscuit', 'someone to call', passphrase]) assert.ok(!locked.includes(word), word);
  await home.done();

  const met = await open(browser, server, '/session.html');
  await drop(met.page, locked);
  await box(met.page).fill('not the passphrase');
  await press(met.page, words.unlock);
  await met.page.getByText(words['not-unlocked']).waitFor();
  await box(met.page).fill(passphrase);
  await onward(met.page, () => press(met.page, words.unlock));
  await met.page.getByText(/^This is Sam's summary, last changed on/).waitFor();
  await onward(met.page, () => press(met.page, words['open-it']));
  assert.match(await summary(met.page), /My dog, Biscuit\.\nAnd chapel\./);
  await onward(met.page, () => press(met.page, words['carry-on']));
  await met.page.getByText(words.note, { exact: true }).click();
  await met.page.getByRole('textbox', { name: words['note-label'] }).fill('Lit up when talking of the dog.');
  await onward(met.page, () => press(met.page, words['parts-short'] + ' ' + words['parts-long']));
  await onward(met.page, () => press(met.page, 'What happens next'));
  await press(met.page, words['add-step']);
  await met.page.getByRole('textbox', { name: words['plan-what'] }).fill('Ring the council');
  await onward(met.page, () => press(met.page, words['my-summary']));
  const taken = await saved(met.page, () => press(met.page, words.download));
  await met.done();

  const again = await open(browser, server);
  await drop(again.page, taken);
  await onward(again.page, () => press(again.page, words['open-it']));
  const read = await summary(again.page);
  for (const said of ['Written by Jo, link worker', 'Lit up when talking of the dog.', 'To have someone to call.', 'Ring the council']) assert.ok(read.includes(said), said);
  assert.equal(await saved(again.page, () => press(again.page, words.download)), taken, 'file to widget to file is the same to the byte');
  await press(again.page, words['mark-not-quite']);
  await again.page.getByRole('textbox', { name: words['mark-own'] }).fill('More than that.');
  const marked = await saved(again.page, () => press(again.page, words.download));
  assert.ok(marked.includes('More than that.'));
  await again.done();

  const later = await open(browser, server, '/review.html');
  await drop(later.page, marked);
  await onward(later.page, () => press(later.page, words['open-it']));
  await later.page.getByRole('heading', { name: words.then }).waitFor();
  const then = await later.page.locator('.times').innerText();
  for (const said of ['My dog, Biscuit.', 'More than that.', 'Ring the council']) assert.ok(then.includes(said), said);
  await later.page.getByRole('textbox', { name: words['how-was-it'] }).fill('It took three calls.');
  await onward(later.page, () => press(later.page, words['my-summary']));
  assert.match(await summary(later.page), /Ring the council: how was it\?\n+It took three calls\./);
  const reviewed = await saved(later.page, () => press(later.page, words.download));
  assert.ok(reviewed.includes('It took three calls.'));
  await later.done();
});

test('a file is chosen by the button as well', async () => {
  const { page, done } = await open(browser, server);
  const chosen = page.waitForEvent('filechooser');
  await press(page, words['open-kept']);
  await (await chosen).setFiles({ name: 'my-summary.html', mimeType: 'text/html', buffer: readFileSync('tests/data/files/1-open.html') });
  await page.getByRole('heading', { name: words['open-this'] }).waitFor();
  await done();
});

for (const [name, text, said] of [
  ['a damaged file', (file) => file.slice(0, -9), 'file-damaged'],
  ['some other page', () => '<!doctype html><title>A page</title>', 'file-foreign'],
  ['a picture', () => '\u0089PNG\r\n\u001a\n\u0000\u0000', 'file-foreign'],
]) {
  test(`${name} gets a plain sentence and changes nothing`, async () => {
    const { page, done } = await open(browser, server);
    await onward(page, () => press(page, words.start));
    await to(page, 'What are you hoping for?');
    await box(page).fill('Someone to call.');
    await drop(page, text(readFileSync('tests/data/files/1-open.html', 'utf8')));
    await page.getByText(words[said]).waitFor();
    assert.equal(await box(page).inputValue(), 'Someone to call.');
    await done();
  });
}

test('a file opened over words already written asks first, and they can be downloaded or kept', async () => {
  const { page, done } = await open(browser, server);
  await onward(page, () => press(page, words.start));
  await to(page, 'What are you hoping for?');
  await box(page).fill('Someone to call.');
  await onward(page, () => drop(page, readFileSync('tests/data/files/1-open.html', 'utf8')));
  await page.getByText(words['opens-over']).waitFor();
  const first = await saved(page, () => press(page, words['download-first']));
  assert.ok(first.includes('Someone to call.'));
  await onward(page, () => press(page, words['not-now']));
  assert.equal(await box(page).inputValue(), 'Someone to call.');
  await done();
});

test('the same file goes to the share sheet of a device that has one, and not being sent is said', async () => {
  const shares = (page) =>
    page.addInitScript(() => {
      window.shared = [];
      navigator.canShare = ({ files }) => files.length === 1;
      navigator.share = async ({ files: [file] }) => {
        if (window.refuses) throw new DOMException('no', 'AbortError');
        window.shared.push([file.name, file.type, await file.text()]);
      };
    });
  const { page, done } = await open(browser, server, '/embed/basic.html', { before: shares });
  await drop(page, readFileSync('tests/data/files/1-open.html', 'utf8'));
  await onward(page, () => press(page, words['open-it']));
  const file = await saved(page, () => press(page, words.download));
  await onward(page, () => press(page, words['more-ways']));
  await page.getByText(words['share-means']).waitFor();
  await press(page, words['share-file']);
  await page.getByText(words.shared).waitFor();
  assert.deepEqual(await page.evaluate(() => window.shared), [['my-summary.html', 'text/html', file]]);
  await page.evaluate(() => (window.refuses = true));
  await press(page, words['share-file']);
  await page.getByText(words['share-blocked']).waitFor();
  await done();
});
