// Text a person copies: what they typed, under its headings, and nothing that a machine would add.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { copied, summarise } from './support/out.mjs';
import { onward, place, press } from './support/walk.mjs';

const allowed = { permissions: ['clipboard-read', 'clipboard-write'] };
// A context that is given one permission is refused all others.
const refused = { permissions: ['geolocation'] };
const heading = (id) => guide.headings.find((one) => one.id === id);
const ask = (id) => guide.stages.flatMap((stage) => stage.prompts).find((prompt) => prompt.id === id).ask;
const copy = (page) => page.getByRole('button', { name: words.copy, exact: true });

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

test('the text copied is what was typed, to the letter, and one heading of it is that heading alone', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: allowed });
  await page.clock.setFixedTime('2026-03-09T10:00:00');
  const long = `${CANARY} & “cake” <b>, * # _ - \\ and ${'a very long way round the park and '.repeat(20)}home again`;
  const wrote = {
    'fc-name': 'Ama',
    'fc-matters': `  ${long}\n\n\n  my sister's \tsecond line  \n- a dash of my own\n `,
    'fc-else': 'Bore da, ŵyneb. مرحبا بك. 👩🏽‍🌾',
  };
  await onward(page, () => press(page, words['five-minutes']));
  for (;;) {
    const at = (await place(page)).match(/fc-[a-z-]+/)[0];
    if (wrote[at]) await page.getByRole('textbox').fill(wrote[at]);
    if (at === 'fc-pace') await page.getByRole('radio').first().check();
    if (at === 'fc-else') break;
    await onward(page, () => press(page, words.continue));
  }
  await onward(page, () => press(page, words['see-summary']));
  const part = (id, ...lines) => ['', heading(id).title, ...lines.map((line) => `- ${line}`)];
  const matters = part('matters', wrote['fc-matters']);
  const day = words.day.replace('{day}', 9).replace('{month}', words['month-3']).replace('{year}', 2026);
  const whole = [
    words['my-summary'],
    ...matters,
    ...part('work-with-me', `${words['label-name']}: Ama`),
    ...part('pace', `${ask('fc-pace')} Just talk for now`),
    ...part('else', wrote['fc-else']),
    '',
    words['about-name'].replace('{name}', 'Ama'),
    words['about-day'].replace('{day}', day),
    words['about-as-written'],
    words['about-not-medical'],
    '',
  ];
  assert.deepEqual((await copied(page, copy(page), words.copied)).split('\n'), whole.join('\n').split('\n'));
  const only = page.getByRole('button', { name: words['copy-part'], exact: true }).first();
  assert.equal(await copied(page, only, words['copied-part']), [words['my-summary'], ...matters, ''].join('\n'));
  await done();
});

/** Presses *Copy as text* where it cannot be done, and looks at the box that comes in its place. */
async function selected(page) {
  await copy(page).click();
  await page.getByText(words['copy-blocked']).waitFor();
  const box = page.getByRole('textbox', { name: words['copy-blocked'] });
  return box.evaluate((box) => ({
    text: box.value.slice(box.selectionStart, box.selectionEnd),
    focus: box.getRootNode().activeElement === box,
    whole: box.selectionStart === 0 && box.selectionEnd === box.value.length,
    readonly: box.readOnly,
    inView: box.getBoundingClientRect().top >= 0 && box.getBoundingClientRect().bottom <= innerHeight,
  }));
}

const text = `${CANARY} & tea\n\nby the window`;

test('where the browser refuses, the text stands selected in a box, the same as would have been copied', async () => {
  const good = await open(browser, server, '/embed/basic.html', { context: allowed });
  await summarise(good.page, text);
  const wanted = await copied(good.page, copy(good.page), words.copied);
  assert.ok(wanted.includes(text));
  await good.done();
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: refused });
  await summarise(page, text);
  assert.deepEqual(await selected(page), { text: wanted, focus: true, whole: true, readonly: true, inView: true });
  await done();
});

test('on plain http, where there is no clipboard, the text stands selected in a box', async () => {
  const plain = { address: server.address.replace('127.0.0.1', 'plain.test') };
  const { page, done } = await open(browser, plain);
  assert.equal(await page.evaluate(() => navigator.clipboard), undefined);
  await summarise(page, text);
  const { text: copiedText, ...rest } = await selected(page);
  assert.ok(copiedText.includes(text));
  assert.deepEqual(rest, { focus: true, whole: true, readonly: true, inView: true });
  await done();
});
