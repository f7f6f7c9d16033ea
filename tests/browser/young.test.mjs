// *I am under 18*: one line on the first screen, a kind page behind it, and nothing kept of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { nothing, seen } from './support/axe.mjs';
import { asks } from './support/leave.mjs';
import { focused, onward, press } from './support/walk.mjs';

const PAGES = {
  '/own.html': async () => host(element('age="16"')),
  '/off.html': async () => host(element('age="off"')),
  '/together.html': async () => host(element('mode="together"')),
};
const under = (age) => words['under-age'].replace('{age}', age);

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => PAGES[path]?.())])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('a young person comes to people who are there for them, by keyboard alone, and may still go on', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: { reducedMotion: 'reduce' } });
  await page.getByRole('button', { name: under(18), exact: true }).focus();
  await onward(page, () => page.keyboard.press('Enter'));
  assert.equal((await focused(page)).text, words['young-title']);
  const block = page.locator('.help-block');
  for (const href of ['tel:08001111', 'sms:85258?body=SHOUT', 'tel:08000684141', 'tel:999']) assert.equal(await block.locator(`a[href="${href}"]`).count(), 1, href);
  assert.match(await block.locator('li').first().innerText(), /^Childline/);
  nothing(await seen(page));
  await onward(page, () => press(page, words['carry-on']));
  await onward(page, () => press(page, words.start));
  assert.equal(await asks(page), false, 'nothing of it is a thing to lose');
  assert.equal(await page.evaluate(() => JSON.stringify(window.events.map(([kind]) => kind))), '["ready"]', 'and the host is told nothing of it');
  await done({ allowed: [/^a request after loading/] });
});

test('a host sets the age, or leaves the line out, and nobody answers for who sits beside them', async () => {
  for (const [path, wanted] of [['/own.html', [0, 1]], ['/off.html', [0, 0]], ['/together.html', [0, 0]]]) {
    const { page, done } = await open(browser, server, path);
    const count = (age) => page.getByRole('button', { name: under(age), exact: true }).count();
    assert.deepEqual([await count(18), await count(16)], wanted, path);
    await done();
  }
});

test('pressed before the rest of the program is here it opens as soon as it is, and help is there the whole time', async () => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const { page, context } = await open(browser, server, '/embed/basic.html', { ready: false, before: (page) => page.route(/\.rest\./, (route) => held.then(() => route.continue())) });
  await press(page, under(18));
  await page.getByText(words['rest-coming']).waitFor();
  assert.equal(await page.getByRole('button', { name: words.help, exact: true }).count(), 1);
  letGo();
  await page.getByRole('heading', { name: words['young-title'] }).waitFor();
  await context.close();
});
