// Each content security policy a host may send, and what comes of it: all of the conversation without a violation,
// what stands between the tags with one sentence for the host, or what stands there alone, where no script of ours may run at all.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, json, root } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { noPrinter } from './support/out.mjs';
import { ESCAPES, goesThrough, under } from './support/policies.mjs';
import { between, BROWSER, inTrouble } from './support/trouble.mjs';

const SRI = json('dist/sri.json');
const FILES = ['what-matters.js', ...readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.wasm')), 'guides/first-conversation.json'];
const [SCRIPT] = FILES;
const RUNS = 'all of the conversation, to paper and file and back from it, without a violation';
const SILENT = 'what stands between the tags, and nothing told: no script of ours runs';
const tells = (code) => `what stands between the tags, and the host is told \`${code}\``;
const PINNED = `integrity="${SRI[SCRIPT]}" crossorigin`;

/** The policy, what comes of it, and what else a host has to write or send for it. `here` is the site's own address. */
const POLICIES = {
  'no policy at all': [() => '', RUNS],
  'our own scripts and WebAssembly': [() => "script-src 'self' 'wasm-unsafe-eval'", RUNS],
  'our own scripts and no WebAssembly': [() => "default-src 'self'; script-src 'self'", tells('policy')],
  'nothing may be fetched': [() => "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'", tells('wasm-missing')],
  'a nonce with strict-dynamic': [() => "script-src 'nonce-bmljZQ' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'", RUNS, { attributes: 'nonce="bmljZQ"' }],
  'a nonce with strict-dynamic and no WebAssembly': [() => "script-src 'nonce-bmljZQ' 'strict-dynamic'; object-src 'none'; base-uri 'none'", tells('policy'), { attributes: 'nonce="bmljZQ"' }],
  'a nonce that the tag does not have': [() => "script-src 'nonce-bmljZQ' 'strict-dynamic' 'wasm-unsafe-eval'", SILENT],
  'the hash of our script alone': [() => `script-src '${SRI[SCRIPT]}' 'wasm-unsafe-eval'`, RUNS, { attributes: PINNED }],
  'the hash of another script': [() => `script-src '${SRI['demo.js']}' 'wasm-unsafe-eval'`, SILENT, { attributes: PINNED }],
  'no trusted types': [() => "trusted-types 'none'", RUNS],
  'trusted types required': [() => "require-trusted-types-for 'script'", RUNS],
  'no styles': [() => "style-src 'none'", RUNS],
  'no pictures': [() => "img-src 'none'", RUNS],
  'nothing but the least that works': [() => "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'", RUNS],
  'nothing but the very files': [
    (here) => `default-src 'none'; script-src ${here}/${SCRIPT} 'wasm-unsafe-eval'; connect-src ${FILES.slice(1).map((file) => `${here}/${file}`).join(' ')}; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    RUNS,
  ],
  'nothing at all': [() => "default-src 'none'", SILENT],
  'a sandbox with its own origin': [() => 'sandbox allow-scripts allow-same-origin allow-downloads allow-modals', RUNS],
};

let page = {};
let browser, server;
const change = (path) => page[path] && { ...page[path] };
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => change(path) || undefined)])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const [name, [policy, outcome, more]] of Object.entries(POLICIES)) {
  test(`${name}: ${outcome}`, async () => {
    page = { '/host.html': under(policy(server.address), more) };
    if (outcome === RUNS) {
      const { page, done } = await open(browser, server, '/host.html', { before: noPrinter });
      await goesThrough(page);
      await done({ allowed: name.startsWith('a sandbox') ? [ESCAPES] : [] });
      return;
    }
    const code = outcome.match(/`(.*)`/)?.[1];
    const { page: seen, done } = code ? await inTrouble(browser, server, code, '/host.html') : await open(browser, server, '/host.html', { ready: false });
    await between(seen).waitFor();
    const left = await seen.evaluate(() => [document.querySelector('what-matters').shadowRoot?.textContent ?? '', window.events?.length ?? 0]);
    assert.deepEqual(left, ['', code ? 1 : 0]);
    if (code) await done();
    else await done({ allowed: BROWSER });
  });
}
