// What a host's page sets, before and during a conversation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { begin, script, SMALL } from './support/host.mjs';
import { CANARY, open } from './support/open.mjs';
import { asks, traces } from './support/leave.mjs';
import { onward, place, press } from './support/walk.mjs';

const text = `${CANARY} and a long letter`;
const early = `<what-matters></what-matters>
  <script>
    Object.assign(document.querySelector('what-matters'), { route: 'short', heading: 4, expect: 'What our surgery expects', receive: 'Millbrook Surgery' });
  </script>
  <script type="module" src="/what-matters.js"></script>`;
const given = `<what-matters></what-matters>
  <script>
    document.querySelector('what-matters').addEventListener('what-matters-trouble', (event) => (window.trouble = event.detail.code));
  </script>
  <script type="module">
    import '/what-matters.js';
    document.querySelector('what-matters').setGuide(${JSON.stringify(SMALL)});
  </script>`;
const PAGES = { '/early.html': host(early), '/given.html': host(given), '/plain.html': host(element()) };

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path] && { ...PAGES[path] })])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('properties set before the element is defined are taken up, each as its attribute', async () => {
  const { page, done } = await open(browser, server, '/early.html');
  await page.getByText('What our surgery expects').waitFor();
  const attributes = await script(page, (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
  assert.deepEqual(attributes, { route: 'short', heading: '4', expect: 'What our surgery expects', receive: 'Millbrook Surgery' });
  assert.equal(await page.locator('.question').evaluate((heading) => heading.localName), 'h4');
  await press(page, words.start);
  await page.getByRole('textbox').fill(text);
  await press(page, words['my-summary']);
  await page.getByRole('button', { name: words.give.replace('{who}', 'Millbrook Surgery') }).waitFor();
  await done();
});

test('what a host changes midway is taken up, and the words and the place stay', async () => {
  const { page, done } = await open(browser, server, '/plain.html');
  await begin(page, text);
  const here = await place(page);
  for (const [attribute, value] of [['leave', 'all'], ['worker', 'community connector'], ['nation', 'wales'], ['theme', 'dark'], ['route', 'short'], ['heading', '3'], ['expect', 'A new word of welcome'], ['receive', 'The Hub']]) {
    await script(page, (element, [attribute, value]) => element.setAttribute(attribute, value), [attribute, value]);
  }
  await page.getByRole('button', { name: words['leave-page'], exact: true }).waitFor();
  const heading = page.locator('.question');
  await page.waitForFunction(() => document.querySelector('what-matters').shadowRoot.querySelector('h3.question'));
  assert.equal(`${await heading.getAttribute('id')} ${await heading.textContent()}`, here);
  assert.equal(await page.getByRole('textbox').inputValue(), text);
  await script(page, (element) => (element.leave = null));
  await page.getByRole('button', { name: words['leave-page'], exact: true }).waitFor({ state: 'detached' });
  await press(page, words['my-summary']);
  await page.getByText(text).waitFor();
  await page.getByRole('button', { name: words.give.replace('{who}', 'The Hub') }).waitFor();
  await done();
});

for (const kind of ['an object', 'text']) {
  test(`a guide given as ${kind} is the one asked, and none is fetched`, async () => {
    const { page, done, requests } = await open(browser, server, '/given.html');
    if (kind === 'text') await script(page, (element, guide) => element.setGuide(JSON.stringify({ ...guide, title: 'Given as text' })), SMALL);
    await page.getByRole('heading', { name: kind === 'text' ? 'Given as text' : SMALL.title }).waitFor();
    await onward(page, () => press(page, words.start));
    assert.equal(await page.locator('.question').textContent(), 'What is on your mind?');
    await page.getByRole('textbox').fill(text);
    await onward(page, () => press(page, words['see-summary']));
    await page.getByText(text).waitFor();
    assert.deepEqual(requests.filter((url) => url.includes('/guides/')), []);
    await done();
  });
}

test('a guide that comes after words were written changes nothing, and the host is told', async () => {
  const { page, done } = await open(browser, server, '/given.html');
  await onward(page, () => press(page, words.start));
  await page.getByRole('textbox').fill(text);
  await script(page, (element, guide) => element.setGuide({ ...guide, title: 'Too late' }), SMALL);
  assert.equal(await page.evaluate(() => window.trouble), 'guide-late');
  assert.equal(await page.getByRole('textbox').inputValue(), text);
  await done({ allowed: [/guide-late/] });
});

test('restart drops every word and begins again', async () => {
  const { page, done } = await open(browser, server, '/plain.html');
  await begin(page, text);
  await onward(page, () => script(page, (element) => element.restart()));
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  assert.deepEqual(await traces(page, CANARY), []);
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  assert.equal(await page.getByRole('textbox').inputValue(), '');
  assert.equal(await asks(page), false);
  await done({ allowed: [/^a request after loading/] });
});
