// Opens a page on which something is wrong, and says what a person, the console and the host's page were told.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, words } from './tools.mjs';
import { open } from './open.mjs';

const dist = (name) => join(root, 'dist', name);
const isOurs = (name) => /^what-matters\.[0-9a-f]+\.wasm$/.test(name);

export const wasm = readFileSync(dist(readdirSync(dist('')).find(isOurs)));

/** The script, packed with another WebAssembly file than it was. */
export function packedWith(bytes) {
  const hash = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  const script = readFileSync(dist('what-matters.js'), 'utf8');
  assert.ok(script.includes(hash(wasm)), 'the script pins its file');
  return script.replaceAll(hash(wasm), hash(bytes));
}

/** Whatever a browser says on its own when something is not there or not allowed. */
export const BROWSER = [/^console: Failed to load resource/, /^console: .*Content Security Policy/, /^console: Fetch API cannot load/, /^console: Failed to find a valid digest/, /^policy: /];

/** Opens a page and waits until the host is told of the trouble, then for what a person sees; `done()` holds it to the rest. */
export async function inTrouble(browser, server, code, path = '/embed/basic.html', options = {}) {
  const said = [];
  const opened = await open(browser, server, path, {
    ...options,
    ready: false,
    before: async (page) => {
      page.on('console', (message) => message.text().startsWith('<what-matters>') && said.push(message.text()));
      await options.before?.(page);
    },
  });
  const { page } = opened;
  await page.waitForFunction(() => window.events?.some(([kind]) => kind === 'trouble'));
  const trouble = () => page.evaluate(() => window.events.filter(([kind]) => kind === 'trouble').map(([, detail]) => detail));
  return {
    ...opened,
    trouble,
    async done() {
      const told = await trouble();
      assert.deepEqual(told.map((detail) => detail.code), [code], 'the host is told once');
      assert.equal(said.length, 1, `the console says once why: ${said.join(' | ')}`);
      assert.ok(said[0].startsWith(`<what-matters> ${code}: ${told[0].message}`), said[0]);
      await opened.done({ allowed: [/^console: <what-matters>/, ...BROWSER] });
    },
  };
}

/** What stands between the tags of the embed pages. */
export const between = (page) => page.getByRole('link', { name: 'These questions on paper' });
export const start = (page) => page.getByRole('button', { name: words.start, exact: true });
