// Policies that say where the page may stand and what a frame may do, and one that only reports.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY, open, PRINTING } from './support/open.mjs';
import { noPrinter, summarise } from './support/out.mjs';
import { ESCAPES, goesThrough, STRICT, under } from './support/policies.mjs';
import { BROWSER } from './support/trouble.mjs';
import { onward, press } from './support/walk.mjs';

const text = `${CANARY} and the harbour`;
const ANYBODY = { 'access-control-allow-origin': '*' };
const frame = (attributes = '') => host(`<iframe src="/inner.html" width="700" height="700" title="What matters" ${attributes}></iframe><p>The page round it</p>`);

let pages = {};
let isShared = false;
let browser, server;
const change = (path) => {
  if (pages[path]) return { ...pages[path] };
  return isShared ? { headers: ANYBODY } : undefined;
};
before(async () => ([browser, server] = await Promise.all([chromium(), serve(change)])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Opens a page with the conversation in a frame; `broke` is what the frame's own policy refused. */
async function framed(inner, attributes, options = {}) {
  pages = { '/outer.html': frame(attributes), '/inner.html': inner };
  const opened = await open(browser, server, '/outer.html', { ready: false, before: noPrinter, ...options });
  const inside = opened.page.frames()[1];
  return { ...opened, inside, broke: () => inside.evaluate(() => window.seen) };
}

const ready = (inside) => inside.getByRole('button', { name: words.start, exact: true }).waitFor();

test('in a frame that its policy allows to stand on this site: all of the conversation, without a violation', async () => {
  isShared = false;
  const { page, inside, broke, done } = await framed(under(`${STRICT}; frame-ancestors 'self'`));
  await ready(inside);
  await goesThrough(page, inside);
  assert.deepEqual(await broke(), []);
  await done();
});

test('in a frame that its policy forbids to stand anywhere: the frame stays empty, nothing can be told, and the page round it goes on', async () => {
  isShared = false;
  const { page, inside, done } = await framed(under(`${STRICT}; frame-ancestors 'none'`));
  await page.getByText('The page round it').waitFor();
  assert.equal(await page.frameLocator('iframe').locator('what-matters').count(), 0);
  assert.notEqual(inside.url(), `${server.address}/inner.html`);
  // What stands in the frame is the browser's own page, which cannot be looked into.
  await done({ allowed: [...BROWSER, /^error: undefined$/] });
});

for (const [how, inner, attributes] of [
  ['by its policy', (rest) => under(`sandbox allow-scripts ${rest}`), () => ''],
  ['by the frame it is in', () => under(''), (rest) => `sandbox="allow-scripts ${rest}"`],
]) {
  test(`a sandbox without an origin of its own ${how}, on a site that shares its files: the conversation goes on in memory, to file and clipboard box`, async () => {
    isShared = true;
    const { page, inside, broke, done } = await framed(inner('allow-downloads allow-modals'), attributes('allow-downloads allow-modals'));
    await ready(inside);
    assert.equal(await inside.evaluate(() => window.origin), 'null');
    await summarise(inside, text);
    const [download] = await Promise.all([page.waitForEvent('download'), press(inside, words.download)]);
    await inside.getByText(words.downloaded).waitFor();
    assert.equal(download.suggestedFilename(), 'my-summary.html');
    await press(inside, words.print);
    await inside.getByText(words['print-blocked']).waitFor();
    await onward(inside, () => press(inside, words['carry-on']));
    assert.equal(await inside.getByRole('textbox').inputValue(), text);
    assert.deepEqual(await broke(), []);
    await done();
  });

  test(`a sandbox without an origin of its own ${how}, on a site that does not share its files: what stands between the tags, and nothing told`, async () => {
    isShared = false;
    const { inside, done } = await framed(inner(''), attributes(''));
    await inside.getByRole('link', { name: 'These questions on paper' }).waitFor();
    assert.equal(await inside.evaluate(() => customElements.get('what-matters') === undefined && window.events === undefined), true);
    await done({ allowed: [/CORS policy/, ...BROWSER] });
  });
}

test('a sandbox that allows no print window and no download: no page can know what came of it, the browser says it on its console, and the words stay', async () => {
  isShared = false;
  const { inside, done } = await framed(under('sandbox allow-scripts allow-same-origin'), '', { before: undefined });
  await ready(inside);
  await summarise(inside, text);
  await press(inside, words.print);
  await press(inside, words.download);
  await inside.getByText(words.downloaded).waitFor();
  await onward(inside, () => press(inside, words['carry-on']));
  assert.equal(await inside.getByRole('textbox').inputValue(), text);
  await done({ allowed: [/Ignored call to 'print\(\)'/, /Download is disallowed/, ESCAPES, ...PRINTING] });
});

for (const [name, policy, isReported] of [['would forbid everything', "default-src 'none'", true], ['is the one of the readme', STRICT, false]]) {
  test(`a policy that only reports and ${name}: all of the conversation, with ${isReported ? 'reports' : 'nothing to report'}`, async () => {
    isShared = false;
    pages = { '/host.html': under(policy, { kind: 'content-security-policy-report-only' }) };
    const { page, done } = await open(browser, server, '/host.html', { before: noPrinter });
    await goesThrough(page);
    const reports = await page.evaluate(() => window.seen.length);
    assert.equal(reports > 0, isReported);
    await done({ allowed: isReported ? [/^policy: /, /Report Only/i, /report-only/i] : [] });
  });
}
