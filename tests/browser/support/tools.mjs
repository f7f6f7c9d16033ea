// What the tests are made of: the npm tools, the repository's own files, and a browser to drive.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const tool = createRequire(join(root, 'pkg-config/tools/package.json'));

/** The first of these programs that is on the path. */
export function program(...names) {
  for (const name of names) {
    for (const folder of process.env.PATH.split(delimiter)) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error(`none of these is installed: ${names.join(', ')}`);
}

/** A file of the repository, as JSON. */
export function json(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

export const words = json('www/words/en.json');
export const guide = json('www/guides/first-conversation.json');

/** The question of one of its prompts. */
export const asked = (id) => guide.stages.flatMap((stage) => stage.prompts).find((prompt) => prompt.id === id).ask;

/** Has Chromium speak to nobody but the page. `plain.test` is the site without what a browser gives only to secure pages. */
export const ALONE = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP plain.test 127.0.0.1'];

/** Chromium. It may be started with more. */
export async function chromium({ args = [], ...options } = {}) {
  const { chromium: browser } = tool('playwright-core');
  return browser.launch({
    ...options,
    executablePath: program('chromium', 'chromium-browser', 'google-chrome'),
    args: [...ALONE, ...args],
  });
}
