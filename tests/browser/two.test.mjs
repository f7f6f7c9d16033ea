// Two on one page share their code, and go together when everything is deleted; nothing else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { asks, traces } from './support/leave.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Both of them, each with what a person does in it. */
async function both() {
  const opened = await open(browser, server, '/embed/two.html');
  const [first, second] = [0, 1].map((at) => {
    const root = opened.page.locator('what-matters').nth(at);
    const press = (name) => root.getByRole('button', { name, exact: true }).click();
    return { root, press, box: root.getByRole('textbox'), heading: root.locator('.question'), radios: root.getByRole('radio') };
  });
  await second.heading.waitFor();
  return { ...opened, first, second };
}

/** Every id in a widget, and every name of its radios. */
const names = (one) =>
  one.root.evaluate((element) => [...element.shadowRoot.querySelectorAll('[id], [name]')].flatMap((node) => [node.id, node.getAttribute('name')].filter(Boolean)));

test('each holds its own answers, its own place and its own heading level, until everything on the page is deleted', async () => {
  const { page, done, first, second } = await both();
  await first.press(words['five-minutes']);
  await first.press(words.continue);
  await first.box.fill(`${CANARY} in the first`);
  await second.press(words.start);
  await second.press(words.continue);
  await second.box.fill(`${CANARY} in the second`);
  assert.equal(await first.heading.evaluate((heading) => heading.localName), 'h2');
  assert.equal(await second.heading.evaluate((heading) => heading.localName), 'h3');
  for (const one of [first, second]) await one.press(words['my-summary']);
  await first.root.getByText(`${CANARY} in the first`).waitFor();
  await second.root.getByText(`${CANARY} in the second`).waitFor();
  assert.ok(!(await first.root.locator('.letter').innerText()).includes('second'));
  assert.ok(!(await second.root.locator('.letter').innerText()).includes('first'));

  await first.press(words.delete);
  await first.press(words['delete-yes']);
  await first.root.getByText(words.deleted).waitFor();
  await second.root.getByText(words['deleted-elsewhere']).waitFor();
  assert.deepEqual(await traces(page, CANARY), [], 'everything is deleted in both, as the question said');
  assert.equal(await asks(page), false);
  await done({ allowed: [/^a request after loading/] });
});

test('at the same prompt, ids never clash and radios do not clear each other', async () => {
  const { done, first, second } = await both();
  await second.root.evaluate((element) => element.removeAttribute('route'));
  for (const one of [first, second]) {
    await one.press(words.start);
    await one.radios.first().waitFor();
  }
  const [one, other] = [await names(first), await names(second)];
  assert.ok(one.length > 3 && one.length === other.length);
  assert.equal(new Set(one.filter((name) => other.includes(name))).size, 0);
  await first.radios.nth(0).check();
  await second.radios.nth(2).check();
  await second.radios.nth(1).check();
  assert.deepEqual(await Promise.all([first.radios.nth(0).isChecked(), second.radios.nth(1).isChecked()]), [true, true]);
  await first.radios.nth(2).check();
  assert.deepEqual(await Promise.all([first.radios.nth(0).isChecked(), second.radios.nth(1).isChecked()]), [false, true]);
  await done();
});

test('a label and a heading name what stands in their own widget', async () => {
  const { page, done, first, second } = await both();
  for (const one of [first, second]) {
    await one.press(words.start);
    await one.press(words.continue);
    const ask = await one.heading.innerText();
    await one.root.getByRole('textbox', { name: ask }).fill(`${CANARY} under its own question`);
  }
  for (const one of [first, second]) assert.equal(await one.box.inputValue(), `${CANARY} under its own question`);
  assert.equal(await page.getByRole('textbox').count(), 2);
  await done();
});
