// Nothing a person writes reaches the disk: the browser's own folder is searched after the tab was killed, and after the browser was closed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { words } from './support/tools.mjs';
import { host, serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';
import { holding, kill, profile } from './support/profile.mjs';
import { onward, press, walk } from './support/walk.mjs';

/** A box as any page has it, in a form that is sent. */
const PLAIN = host('<form action="/sent.html"><label>Town <input name="town" type="text"></label><button>Send</button></form>');

let server;
before(async () => (server = await serve((path) => (path === '/plain.html' ? { ...PLAIN } : path === '/sent.html' ? host('Sent') : undefined))));
after(() => server?.close());

/** Lets something be typed in a browser of its own, and says which files hold the word once it is killed or closed. */
async function kept(act, { killed = false } = {}) {
  const { folder, start, forget } = await profile();
  let context;
  try {
    context = await start();
    const page = context.pages()[0] ?? (await context.newPage());
    await act(page);
    if (killed) {
      await kill(page, folder);
      const found = holding(folder, CANARY);
      if (found.length > 0) return found;
    }
    await context.close();
    return holding(folder, CANARY);
  } finally {
    await context?.close();
    forget();
  }
}

test('a plain box that is sent leaves its words in the profile folder, so the search would find them', async () => {
  const found = await kept(async (page) => {
    await page.goto(`${server.address}/plain.html`);
    await page.getByRole('textbox').pressSequentially(`${CANARY} Ferry`);
    await page.getByRole('button').click();
    await page.getByText('Sent').waitFor();
  });
  assert.notDeepEqual(found, []);
});

test('a whole conversation leaves no word in the profile folder once the browser is closed', async () => {
  const found = await kept(async (page) => {
    await page.goto(`${server.address}/embed/basic.html`);
    const typed = await walk(page, words['five-minutes']);
    assert.ok(typed.some((text) => text.includes(CANARY)));
  });
  assert.deepEqual(found, []);
});

test('a tab killed in the middle of a word leaves no word in the profile folder', async () => {
  const found = await kept(async (page) => {
    await page.goto(`${server.address}/embed/basic.html`);
    await onward(page, () => press(page, words.start));
    await onward(page, () => press(page, words.continue));
    await page.getByRole('textbox').pressSequentially(`${CANARY} by the win`);
  }, { killed: true });
  assert.deepEqual(found, []);
});
