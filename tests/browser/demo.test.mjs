// The made-up practice page: what a practice can set is tried there, on the questions that stand on the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { nothing, seen } from './support/axe.mjs';
import { onward, press } from './support/walk.mjs';

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const PLAIN = '<what-matters worker-name="Jo" receive="Millbrook Surgery" services="services/millbrook.json">';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve(() => ({ headers: { 'content-security-policy': STRICT } }))])));
after(() => Promise.all([browser?.close(), server?.close()]));

const button = (page, name) => page.getByRole('button', { name, exact: true });
/** What a practice sets, and what is so on the page then. */
const SET = {
  keep: ['off', async (page) => {
    await page.getByText(words['alone-loss-unkept']).waitFor();
    assert.equal(await button(page, words['keep-here']).count(), 0);
  }],
  leave: ['all', async (page) => assert.equal(await button(page, words['leave-page']).count(), 1)],
  exit: ['https://www.gov.uk/bank-holidays', async (page) => assert.equal(await page.locator('.first a').getAttribute('href'), 'https://www.gov.uk/bank-holidays')],
  kiosk: ['on', (page) => page.getByText(words['alone-loss-kiosk']).waitFor()],
  age: ['16', async (page) => assert.equal(await button(page, words['under-age'].replace('{age}', '16')).count(), 1)],
};

test('each thing that can be set is tried on the questions above, and the tag for it stands there, under a strict policy', async () => {
  const { page, done } = await open(browser, server, '/index.html');
  const tag = page.locator('.settings code');
  let written = '';
  for (const [name, [value, look]] of Object.entries(SET)) {
    await page.locator(`select[name=${name}]`).selectOption(value);
    await look(page);
    written += value === 'on' ? ` ${name}` : ` ${name}="${value}"`;
    assert.equal(await tag.innerText(), PLAIN.replace('>', `${written}>`));
  }
  for (const name of Object.keys(SET)) await page.locator(`select[name=${name}]`).selectOption('');
  assert.equal(await tag.innerText(), PLAIN, 'what is so without it needs no attribute');
  await button(page, words['keep-here']).waitFor();
  await done();
});

test('when nobody is there for the time that was set, the words on the page are hidden', async () => {
  const { page, done } = await open(browser, server, '/index.html', { before: (page) => page.clock.install() });
  await page.locator('select[name=idle]').selectOption('1');
  await onward(page, () => press(page, words.start));
  await page.clock.runFor(61_000);
  await page.getByText(words['idle-soon']).waitFor();
  await page.clock.runFor(61_000);
  await page.getByRole('heading', { name: words['idle-hidden'] }).waitFor();
  await done();
});

test('what can be set is named, ordered and readable for everyone', async () => {
  const { page, done } = await open(browser, server, '/index.html', { context: { reducedMotion: 'reduce' } });
  nothing(await seen(page));
  await done();
});
