// Whatever comes and goes leaves nothing behind, few times here and thousands in `cargo xtask soak K`.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { ALLOWED, before as prepared, left, tooMuch } from './support/leaks.mjs';

const FEW = {
  mounted: 60, 'two mounted': 20, 'gone at once': 20, 'gone with its frame': 20, moved: 20, 'put back': 20,
  help: 30, parts: 30, summaries: 40, questions: 40, 'files opened': 20, 'with a list': 20, 'looked through': 30, steps: 300, restarts: 20, prints: 20, 'prints that never end': 20, downloads: 20,
};

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const [what, times] of Object.entries(FEW)) {
  test(`${what}: ${times} times leave no listener, no node, no document and no memory behind`, async () => {
    const { page, context, done } = await open(browser, server, '/embed/basic.html', { before: prepared, context: { acceptDownloads: false } });
    const more = await left(page, context, what, times);
    await done({ allowed: ALLOWED[what] });
    assert.deepEqual(tooMuch(more), []);
  });
}
