// Row K: whatever comes and goes leaves listeners, nodes and memory where they were after the first ten times.
import { chromium } from '../browser/support/tools.mjs';
import { serve } from '../browser/support/server.mjs';
import { open } from '../browser/support/open.mjs';
import { ALL, ALLOWED, before, left, tooMuch } from '../browser/support/leaks.mjs';
import { row } from './support/row.mjs';

/** How often each is done. The steps of one conversation are many; what takes a whole page of its own is done less. */
const OFTEN = { steps: 10_000, 'gone with its frame': 200, restarts: 200, prints: 200, 'prints that never end': 200, downloads: 200 };
const only = process.argv.slice(2);

const [browser, server] = await Promise.all([chromium(), serve()]);
let most = 0;
await row('K', only.length ? only : ALL, async (what) => {
  const times = OFTEN[what] ?? 1000;
  const { page, context, done } = await open(browser, server, '/embed/basic.html', { before, context: { acceptDownloads: false } });
  page.setDefaultTimeout(0);
  const more = await left(page, context, what, times);
  console.log(`  ${what}, ${times} times: ${JSON.stringify(more)}`);
  most = Math.max(most, more.heap);
  await done({ allowed: ALLOWED[what] });
  const wrong = tooMuch(more);
  return wrong.length > 0 && `${what}, ${times} times: ${wrong.join(', ')}`;
}, () => `heap +${Math.round(most / 1024)} KB at the most`);
await Promise.all([browser.close(), server.close()]);
