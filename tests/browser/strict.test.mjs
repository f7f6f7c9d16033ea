// Under the strictest policy a host can send, everything a person can do is still there, without one violation.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, root, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { copied, downloaded, fromDisk, noPrinter, printed, sheetOf } from './support/out.mjs';
import { onward, press, walk } from './support/walk.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const headers = { 'content-security-policy': POLICY };

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve(() => ({ headers }))])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('the page is held to the policy: what breaks it is refused, and seen', async () => {
  const { page, done } = await open(browser, server, '/embed/strict.html');
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    document.createElement('div').innerHTML = '<b></b>';
  }).catch(() => {});
  for (const directive of ['style-src-attr', 'require-trusted-types-for']) {
    await page.waitForFunction((directive) => window.seen.some((what) => what.startsWith(`policy: ${directive}`)), directive);
  }
  await done({ allowed: [/^console:/, /^policy: (style-src-attr|require-trusted)/] });
});

test('the short conversation goes from its start to paper, clipboard and file without a violation', async () => {
  const context = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page, done } = await open(browser, server, '/embed/strict.html', { context, before: noPrinter });
  const typed = await walk(page, words['five-minutes']);
  const sheet = await printed(page);
  const text = await copied(page, page.getByRole('button', { name: words.copy, exact: true }), words.copied);
  const file = await downloaded(page);
  for (const words of typed) {
    assert.ok(sheet.lines.join('\n').includes(words), words);
    assert.ok(text.includes(words), words);
  }
  assert.deepEqual(await fromDisk(browser, file.path, sheetOf), sheet);
  file.forget();
  await onward(page, () => press(page, words.continue));
  await page.getByText(words['close-lead']).waitFor();
  await done();
});

test('the page says the same policy as the readme and the test', () => {
  const said = readFileSync(join(root, 'README.md'), 'utf8').match(/```text\n(script-src .*)\n```/)[1];
  const page = readFileSync(join(root, 'www/embed/strict.html'), 'utf8');
  for (const part of said.split('; ')) {
    assert.ok(page.includes(part), part);
    assert.ok(POLICY.includes(part), part);
  }
});
