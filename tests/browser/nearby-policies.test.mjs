// Content security policies of a page that names a list: it is read without a violation, or the host is told what its policy does not allow and the conversation goes on.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, json, root, words } from './support/tools.mjs';
import { host, serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { allOfIt, pastChoices, search } from './support/looking.mjs';
import { isDirectory } from './support/services.mjs';
import { inTrouble, start } from './support/trouble.mjs';
import { onward, place, press } from './support/walk.mjs';

const SRI = json('dist/sri.json');
const SCRIPT = 'what-matters.js';
const WASM = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.wasm'));
const GUIDE = 'guides/first-conversation.json';
const [LIST, MAP] = ['services/small.json', 'services/map.json'];
const PINNED = `integrity="${SRI[SCRIPT]}" crossorigin`;
const READ = 'the list is read, searched and chosen from, without a violation';
const tells = (code) => `the host is told \`${code}\`, and the conversation goes on without it`;
/** A policy that allows our script and to fetch these files alone. */
const only = (here, files) => `default-src 'none'; script-src ${here}/${SCRIPT} 'wasm-unsafe-eval'; connect-src ${files.map((file) => `${here}/${file}`).join(' ')}; require-trusted-types-for 'script'; trusted-types 'none'`;

/** The policy, what comes of it, and what else a host has to write for it. `here` is the site's own address. */
const POLICIES = {
  'a nonce with strict-dynamic': [() => "script-src 'nonce-bmljZQ' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'", READ, { attributes: 'nonce="bmljZQ"' }],
  'the hash of our script alone': [() => `script-src '${SRI[SCRIPT]}' 'wasm-unsafe-eval'`, READ, { attributes: PINNED }],
  'nothing but the very files, and a map among them': [(here) => only(here, [...WASM, GUIDE, LIST, MAP]), READ, { map: MAP }],
  'the very files without the list': [(here) => only(here, [...WASM, GUIDE]), tells('services-missing')],
  'the very files without the program that reads lists': [(here) => only(here, [...WASM.filter((name) => !isDirectory(`/${name}`)), GUIDE, LIST]), tells('directory-missing')],
};

let page = {};
let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => page[path] && { ...page[path] })])));
after(() => Promise.all([browser?.close(), server?.close()]));

const named = (policy, { attributes = '', map } = {}) =>
  host(`<script type="module" src="/${SCRIPT}" ${attributes}></script><what-matters services="/${LIST}" ${map ? `services-map="/${map}"` : ''}><p>These questions on paper</p></what-matters>`, { 'content-security-policy': policy });

for (const [name, [policy, outcome, more]] of Object.entries(POLICIES)) {
  test(`${name}: ${outcome}`, async () => {
    page = { '/host.html': named(policy(server.address), more) };
    const code = outcome.match(/`(.*)`/)?.[1];
    const { page: seen, done } = code ? await inTrouble(browser, server, code, '/host.html') : await open(browser, server, '/host.html');
    await onward(seen, () => start(seen).click());
    await onward(seen, () => press(seen, words.continue));
    await seen.getByRole('textbox').fill(`${CANARY} by the harbour`);
    await pastChoices(seen);
    if (code) {
      // No prompt asks for ideas from a list that is not there.
      assert.equal((await place(seen)).split(' ')[0], 'wm0-fc-step__ask');
      assert.equal(await seen.getByRole('button', { name: words['nearby-all'], exact: true }).count(), 0);
    } else {
      await allOfIt(seen);
      await search(seen).fill('rservoir');
      const first = seen.locator('.option').filter({ hasText: 'Round the reservoir' }).first();
      await first.getByRole('button', { name: words['nearby-more'], exact: true }).click();
      await first.getByText(words['nearby-said-more']).waitFor();
    }
    await done();
  });
}

test('a page may name more lists than its policy allows: those that it does are read', async () => {
  const own = readFileSync(join(root, 'dist', LIST), 'utf8');
  page = {
    '/own.json': { type: 'application/json', body: own },
    '/host.html': named(only(server.address, [...WASM, GUIDE, 'own.json'])),
  };
  page['/host.html'].body = page['/host.html'].body.replace('services="', 'services="/own.json ');
  const { page: seen, done } = await inTrouble(browser, server, 'services-missing', '/host.html');
  await onward(seen, () => start(seen).click());
  await pastChoices(seen);
  await allOfIt(seen);
  await seen.locator('.found').getByText(words['nearby-found'].replace('{count}', 3)).waitFor();
  await done();
});
