// Lists of services that are missing, wrong or too large, and a program to read them that cannot be had or breaks: the host is told where to look, and the conversation goes on without ideas.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chromium, root, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { pastChoices } from './support/looking.mjs';
import { open } from './support/open.mjs';
import { STRICT } from './support/policies.mjs';
import { found, isDirectory, isNearby, list, look, opened, page, service } from './support/services.mjs';
import { inTrouble, start } from './support/trouble.mjs';
import { onward, press } from './support/walk.mjs';

const JSON_TYPE = 'application/json';
const text = (body, more = {}) => ({ type: JSON_TYPE, body, ...more });
const large = JSON.stringify({ contents: list(150_000) });

/** What stands at the address, which trouble it is, and what is said of it. */
const LISTS = {
  'is not there': [undefined, 'services-missing', /could not be fetched; is its address right/],
  'is answered with an error': [{ status: 503 }, 'services-missing', /could not be fetched/],
  'is no JSON': [text('<html>Sign in</html>'), 'services-wrong', /cannot be used\n {2}line 1, column 1: The file is not JSON/],
  'is no list': [text('{"hello":"you"}'), 'services-wrong', /cannot be used\n {2}line 1, column 1: There is no list of services here/],
  'is empty': [text(''), 'services-wrong', /cannot be used\n/],
  'has nothing in it': [text('{"contents":[]}'), 'services-wrong', /has no service that can be offered/],
  'has only what is closed': [text(JSON.stringify([service('a', 'A', { status: 'defunct' })])), 'services-wrong', /closed: 1/],
  'has more than 8 MB, as it says before': [text(large.slice(0, 1000), { headers: { 'content-length': large.length } }), 'services-large', /has more than 8 MB and is not read; pack it with `what-matters services pack`/],
  'has more than 8 MB, as is seen when it comes': [text(large), 'services-large', /pack it/],
  'has more than 8 MB, as is seen when it is unzipped': [{ body: gzipSync(large) }, 'services-large', /has more than 8 MB and is not read; pack it/],
  'was packed and is cut short': [{ body: Buffer.from('what-matters services 1\n\x01\0\0\0') }, 'services-wrong', /was packed, and its end is missing/],
  'was packed by a newer version': [{ body: Buffer.from('what-matters services 2\n\x01\0\0\0') }, 'services-wrong', /newer version/],
  'was zipped and is damaged': [{ body: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) }, 'services-wrong', /is packed and cannot be unpacked; was it sent whole/],
};

const ours = readdirSync(join(root, 'dist')).find((name) => isDirectory(`/${name}`));
/** The program with a section more, which changes nothing but its bytes. */
const OTHER = Buffer.concat([readFileSync(join(root, 'dist', ours)), Buffer.from([0, 2, 1, 0x78])]);

/** What reads lists, and what shows them. */
const PROGRAMS = { directory: isDirectory, nearby: isNearby };

let files = {};
let browser, server;
const change = (path) => {
  const own = Object.entries(files).find(([name]) => (PROGRAMS[name]?.(path) ?? name === path));
  return own?.[1] && { ...own[1] };
};
before(async () => ([browser, server] = await Promise.all([chromium(), serve(change)])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Opens a page with these files, sees that the host is told, and goes on with the conversation. */
async function goesOn(own, code, said, { holds, ...options } = {}) {
  files = own;
  const { page: seen, trouble, done } = await inTrouble(browser, server, code, '/host.html', { before: look(), ...options });
  const [{ message, problems }] = await trouble();
  assert.match(message, said);
  assert.deepEqual(problems, []);
  await holds?.(seen);
  await onward(seen, () => start(seen).click());
  await onward(seen, () => press(seen, words.continue));
  await seen.getByRole('textbox').fill('A walk by the harbour');
  await done();
}

for (const [name, [own, code, said]] of Object.entries(LISTS)) {
  test(`a list that ${name}: the host is told \`${code}\`, and the conversation goes on`, async () => {
    await goesOn({ '/host.html': page('services="/list.json"'), '/list.json': own ?? { status: 404 } }, code, said);
  });
}

test('a list that is given in code and is none is told of as such', async () => {
  await goesOn({ '/host.html': page('', 'element.setServices("Dear all")') }, 'services-wrong', /^the list that was given in code cannot be used/);
});

test('a list that is given in code and has more than 8 MB is not read either', async () => {
  const script = `element.setServices(${JSON.stringify(JSON.stringify(list(2)))} + ' '.repeat(8_000_000))`;
  await goesOn({ '/host.html': page('', script) }, 'services-large', /^the list that was given in code has more than 8 MB and is not read/);
});

test('of services that cannot be used the host is told how many and where the first are, and the others are there', async () => {
  const own = [service('a', 'A walk'), { id: 'b' }, { id: 'c', name: 'C', status: 'open' }, service('d', 'A lunch')];
  await goesOn(
    { '/host.html': page('services="/list.json"'), '/list.json': text(JSON.stringify(own, null, 1)) },
    'services-warnings',
    /^the list \S+\/list\.json has services that cannot be used and are left out: 2; `what-matters services check` says all that is wrong\n {2}line 7, column 2: /,
    { holds: async (seen) => assert.deepEqual([await opened(seen), await found(seen, 'lunch')], [[2], ['A lunch']]) },
  );
});

for (const [name, own, said] of [
  ['is not there', { status: 404 }, /^the map \S+\/map\.json could not be fetched/],
  ['is wrong', text('{}'), /^the map \S+\/map\.json has mistakes\n {2}line 1, column 1: This is no map of format 1/],
]) {
  test(`a map that ${name} is told of, and ours is taken`, async () => {
    const walks = list(2).map((one) => ({ ...one, attributes: [{ taxonomy_term: { name: 'Walking groups' } }] }));
    const holds = async (seen) => {
      await opened(seen);
      const asked = { areas: [], interests: ['outdoors'], easier: [], not_now: [], seen: [], seed: 1, most: 3 };
      assert.equal((await seen.evaluate((asked) => window.ask(JSON.stringify(asked)), asked)).cards.length, 2);
    };
    await goesOn({ '/host.html': page('services="/list.json" services-map="/map.json"'), '/list.json': text(JSON.stringify(walks)), '/map.json': own }, 'services-map', said, { holds });
  });
}

test('a policy that does not allow the address of a list is told of', async () => {
  await goesOn({ '/host.html': page('services="http://plain.test/list.json"', '', { 'content-security-policy': STRICT }) }, 'services-missing', /does the policy of the page allow it/);
});

for (const [key, what] of [['directory', 'the program that reads lists'], ['nearby', 'what shows them']]) {
  for (const [name, own] of [['is not there', { status: 404 }], ['comes in part', { cut: 5000 }], ['is none', { body: Buffer.from('no such thing') }], ['is of another build', { body: OTHER }]]) {
    test(`where ${what} ${name}, the host is told, and the conversation goes on`, async () => {
      await goesOn({ '/host.html': page('services="/list.json"'), '/list.json': text(JSON.stringify(list(2))), [key]: own }, 'directory-missing', /could not be fetched, or broke/);
    });
  }
}

for (const breaks of ['takeList', 'goOn', 'open']) {
  test(`where that program breaks in \`${breaks}\`, the host is told, and the conversation goes on`, async () => {
    await goesOn({ '/host.html': page('services="/list.json"'), '/list.json': text(JSON.stringify(list(2))) }, 'directory-missing', /could not be fetched, or broke/, { before: look(breaks) });
  });
}

test('where that program breaks when it is asked, the person reads so and goes on', async () => {
  files = { '/host.html': page('services="/list.json"'), '/list.json': text(JSON.stringify(list(2))) };
  const { page: seen, done } = await open(browser, server, '/host.html', { before: look('ask') });
  await onward(seen, () => start(seen).click());
  await pastChoices(seen);
  await press(seen, words['nearby-all']);
  await seen.locator('.ideas').getByText(words['nearby-missing']).waitFor();
  await onward(seen, () => press(seen, words.continue));
  await done();
});
