// A host's page under a policy, and all that a person does there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, words } from './tools.mjs';
import { host } from './server.mjs';
import { CANARY } from './open.mjs';
import { printed, summarise } from './out.mjs';
import { onward, press } from './walk.mjs';

/** The policy in the readme. */
export const [, STRICT] = readFileSync(join(root, 'README.md'), 'utf8').match(/```text\n(script-src .*)\n```/);

/** What Chromium says of every sandbox that leaves a page its own origin. */
export const ESCAPES = /can escape its sandboxing/;

/** A host's page with our tag, its script and a policy. */
export const under = (policy, { attributes = '', kind = 'content-security-policy' } = {}) =>
  host(
    `<script type="module" src="/what-matters.js" ${attributes}></script><what-matters><p><a href="/paper/first-conversation.html">These questions on paper</a></p></what-matters>`,
    policy ? { [kind]: policy } : {},
  );

/** Goes from the start to paper, file and code, and back from a file. `inside` is the page, or the frame the conversation is in. */
export async function goesThrough(page, inside = page) {
  const text = `${CANARY} & “tea” <b>\nby the harbour`;
  await summarise(inside, text);
  const sheet = await printed(inside);
  const [download] = await Promise.all([page.waitForEvent('download'), press(inside, words.download)]);
  await inside.getByText(words.downloaded).waitFor();
  const path = await download.path();
  const file = readFileSync(path, 'utf8');
  assert.ok(sheet.lines.join('\n').includes(text), sheet.lines.join('\n'));
  assert.ok(file.includes(CANARY));
  await onward(inside, () => press(inside, words['more-ways']));
  await onward(inside, () => press(inside, words['show-code']));
  await inside.locator('svg.code').first().waitFor();
  await onward(inside, () => inside.evaluate(() => document.querySelector('what-matters').restart()));
  const chosen = page.waitForEvent('filechooser');
  await press(inside, words['open-kept']);
  await (await chosen).setFiles(path);
  await inside.getByRole('heading', { name: words['open-this'] }).waitFor();
}
