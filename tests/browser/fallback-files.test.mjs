// Guide, words and help lines that are missing or wrong: what can go on goes on, and the host is told where to look.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { between, inTrouble, start } from './support/trouble.mjs';
import { onward, press } from './support/walk.mjs';

/** The shipped guide as an author might break it: three mistakes, far apart. */
const broken = JSON.stringify(
  {
    ...guide,
    stages: guide.stages.map((stage, at) => (at === 2 ? { ...stage, prompts: [{ ...stage.prompts[0], feeds: 'no-such-heading', answer: { kind: 'guesswork' } }] } : stage)),
    title: 7,
  },
  null,
  2,
);
const JSON_TYPE = 'application/json';
const WITH = {
  '/guide-404.html': 'guide="/none.json"',
  '/guide-text.html': 'guide="/text.json"',
  '/guide-broken.html': 'guide="/broken.json"',
  '/words-404.html': 'words="/none.json"',
  '/words-text.html': 'words="/text.json"',
  '/words-broken.html': 'words="/broken.json"',
  '/help-404.html': 'help="/none.json"',
  '/help-text.html': 'help="/text.json"',
  '/help-broken.html': 'help="/broken.json"',
};
const FILES = { '/text.json': { type: JSON_TYPE, body: 'Not JSON at all' }, '/broken.json': { type: JSON_TYPE, body: broken } };

let browser, server;
const change = (path) => (WITH[path] ? host(element(WITH[path])) : FILES[path] && { ...FILES[path] });
before(async () => ([browser, server] = await Promise.all([chromium(), serve(change)])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const [path, code] of [['/guide-404.html', 'guide-missing'], ['/guide-text.html', 'guide-wrong'], ['/guide-broken.html', 'guide-wrong']]) {
  test(`with ${WITH[path]} the screen says so, what stands between the tags stays, and help is there`, async () => {
    const { page, done, trouble } = await inTrouble(browser, server, code, path);
    await page.getByRole('heading', { name: words['trouble-guide'] }).waitFor();
    await page.getByText(words['trouble-help']).waitFor();
    await between(page).waitFor();
    assert.equal(await start(page).count(), 0);
    await onward(page, () => press(page, words.help));
    await page.getByRole('link', { name: '999' }).first().waitFor();
    const [{ problems }] = await trouble();
    assert.equal(problems.length > 0, code === 'guide-wrong', 'a guide that is there is wrong somewhere');
    for (const problem of problems) {
      assert.ok(problem.line >= 1 && problem.column >= 1, JSON.stringify(problem));
      assert.ok(problem.message && problem.hint && problem.code && problem.severity);
    }
    await done();
  });
}

test('each mistake in a guide is named at the line it stands on', async () => {
  const { done, trouble } = await inTrouble(browser, server, 'guide-wrong', '/guide-broken.html');
  const [{ problems }] = await trouble();
  const lines = broken.split('\n');
  for (const [name, value] of [['title', '7'], ['feeds', '"no-such-heading"'], ['kind', '"guesswork"']]) {
    const mistake = `"${name}": ${value}`;
    const at = lines.findIndex((line) => line.includes(mistake)) + 1;
    const found = problems.find((problem) => problem.line === at);
    assert.ok(found, `${mistake} on line ${at}: ${JSON.stringify(problems)}`);
    assert.equal(found.severity, 'error');
    assert.ok(lines[at - 1].slice(found.column - 1).startsWith(value), `column ${found.column} of ${lines[at - 1]}`);
  }
  await done();
});

for (const [path, code] of [['/words-404.html', 'words-missing'], ['/words-text.html', 'words-wrong'], ['/words-broken.html', 'words-wrong']]) {
  test(`with ${WITH[path]} English is shown and the conversation goes on`, async () => {
    const { page, done } = await inTrouble(browser, server, code, path);
    await onward(page, () => start(page).click());
    await between(page).waitFor({ state: 'hidden' });
    await done();
  });
}

for (const [path, code] of [['/help-404.html', 'help-missing'], ['/help-text.html', 'help-wrong'], ['/help-broken.html', 'help-wrong']]) {
  test(`with ${WITH[path]} our own help lines are there and the conversation goes on`, async () => {
    const { page, done } = await inTrouble(browser, server, code, path);
    await start(page).waitFor();
    await onward(page, () => press(page, words.help));
    await page.getByRole('link', { name: '999' }).first().waitFor();
    assert.equal(await page.getByText(words['help-near']).count(), 0);
    await onward(page, () => press(page, words['carry-on']));
    await onward(page, () => start(page).click());
    await done();
  });
}
