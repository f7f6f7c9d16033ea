// Lists of services that a page names or gives: what is fetched and when, what comes of several, of packed ones and of other ones, and that nothing of a person is ever asked for out loud.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chromium, guide, json, words } from './support/tools.mjs';
import { allOfIt, pastChoices, search } from './support/looking.mjs';
import { CANARY, open } from './support/open.mjs';
import { serve } from './support/server.mjs';
import { begin, script, told } from './support/host.mjs';
import { STRICT } from './support/policies.mjs';
import { found, isDirectory, isNearby, list, look, opened, page, service } from './support/services.mjs';
import { BROWSER, start } from './support/trouble.mjs';
import { onward, press } from './support/walk.mjs';

const TOWN = json('www/services/millbrook.json');
const JSON_TYPE = 'application/json';
const file = (value, more = {}) => ({ type: JSON_TYPE, body: JSON.stringify(value), ...more });

let files = {};
let asked = [];
let browser, server;
const change = (path) => {
  asked.push(path);
  const own = files[/\.rest\./.test(path) ? 'rest' : path];
  return typeof own === 'function' ? own() : own && { ...own };
};
before(async () => ([browser, server] = await Promise.all([chromium(), serve(change)])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** Opens a page with these files. */
function visit(own, options = {}) {
  files = own;
  asked = [];
  return open(browser, server, '/host.html', { before: look(), ...options });
}

test('a page that names no services makes no request for any of it', async () => {
  const { page: seen, requests, done } = await visit({ '/host.html': page('') });
  await begin(seen, `${CANARY} and a walk`);
  await onward(seen, () => press(seen, words['my-summary']));
  assert.deepEqual(requests.filter((url) => isDirectory(url) || isNearby(url) || url.includes('services')), []);
  assert.deepEqual(await seen.evaluate(() => window.opened), []);
  await done();
});

test('a list is fetched once the rest of the program is here, and what is asked of it goes nowhere', async () => {
  const { page: seen, requests, done } = await visit({ '/host.html': page('services="/list.json"'), '/list.json': file(TOWN) });
  assert.deepEqual(await opened(seen), [156]);
  const order = [/\.rest\./, /\.nearby\./, /\/list\.json$/, /\.directory\./].map((what) => requests.findIndex((url) => what.test(url)));
  assert.ok(order[0] >= 0 && order[1] > order[0] && order[2] > order[1] && order[3] > order[1], `${requests}`);
  assert.ok((await found(seen, 'walk')).length > 0);
  assert.deepEqual(await found(seen, `${CANARY} walk`), []);
  await begin(seen, `${CANARY} and a walk`);
  const before = requests.length;
  assert.ok((await found(seen, 'lunch')).length > 0);
  await pastChoices(seen);
  await allOfIt(seen);
  await search(seen).fill('lunch');
  await seen.locator('.option').filter({ hasText: /lunch/i }).first().waitFor();
  assert.equal(requests.length, before);
  await done();
});

test('where the rest of the program cannot be had, no list is fetched', async () => {
  let isWrong = true;
  const rest = () => isWrong && { status: 404 };
  const { page: seen, done } = await visit({ '/host.html': page('services="/list.json"'), '/list.json': file(list(2)), rest }, { ready: false });
  await seen.waitForFunction(() => window.events?.some(([, detail]) => detail?.code === 'rest-missing'));
  assert.deepEqual(asked.filter((path) => path === '/list.json' || isDirectory(path) || isNearby(path)), []);
  isWrong = false;
  await onward(seen, () => start(seen).click());
  assert.deepEqual(await opened(seen), [2]);
  await done({ allowed: [/rest-missing/, ...BROWSER] });
});

test('a list that is slow keeps nobody waiting', async () => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const { page: seen, done } = await visit({ '/host.html': page('services="/list.json"'), '/list.json': () => held.then(() => file(list(3))) }, { ready: false });
  await onward(seen, () => start(seen).click());
  await onward(seen, () => press(seen, words.continue));
  await seen.getByRole('textbox').fill(`${CANARY} while it is on its way`);
  assert.deepEqual(await seen.evaluate(() => window.opened), []);
  letGo();
  assert.deepEqual(await opened(seen), [3]);
  assert.ok(await seen.getByRole('textbox').inputValue());
  await done();
});

test('several lists are one, the first counts, and one that cannot be had leaves the others', async () => {
  const own = [service('Walk-1', 'Our own walk')];
  const { page: seen, done } = await visit({ '/host.html': page('services="/own.json /none.json\n  /council.json"'), '/own.json': file(own), '/council.json': file({ contents: list(3) }) });
  assert.deepEqual(await opened(seen), [3]);
  assert.deepEqual((await found(seen, 'walk')).sort(), ['Our own walk', 'Walk number 0', 'Walk number 2']);
  assert.deepEqual(await told(seen, 'trouble'), ['services-missing']);
  await done({ allowed: [/services-missing: the list http:\/\/\S+\/none\.json could not be fetched/, /Failed to load resource/] });
});

test('a list that is packed says the same as it did before, zipped or not, alone or with others, and may be larger than one that is written', async () => {
  const first = await visit({ '/host.html': page('services="/list.json"'), '/list.json': file(list(40)) });
  assert.deepEqual(await opened(first.page), [40, 40].slice(0, (await first.page.evaluate(() => window.opened)).length));
  const packed = Buffer.from(await first.page.evaluate(() => window.packed));
  const names = await found(first.page, 'number 7');
  assert.deepEqual(names, ['Walk number 7']);
  await first.done();
  const large = Buffer.concat([packed, Buffer.alloc(9_000_000)]);
  for (const [name, body, count, more] of [
    ['as it is', packed, 40],
    ['zipped', gzipSync(packed), 40],
    ['larger than a written one may be', large, 40],
    ['large and zipped', gzipSync(large), 40],
    ['with a list of our own before it', gzipSync(packed), 41, file([service('own', 'Our own'), service('Walk-7', 'Seven as we know it')])],
  ]) {
    const { page: seen, done } = await visit({ '/host.html': page(`services="${more ? '/own.json ' : ''}/services.bin"`), '/services.bin': { body, type: 'application/octet-stream' }, '/own.json': more });
    assert.deepEqual((await opened(seen)).at(-1), count, name);
    assert.deepEqual(await found(seen, more ? 'seven' : 'number 7'), more ? ['Seven as we know it'] : names, name);
    await done();
  }
});

test('a list that changed between two visits of the same browser is the new one', async () => {
  const { page: seen, done } = await visit({ '/host.html': page('services="/list.json"'), '/list.json': file(list(4)) });
  assert.deepEqual(await opened(seen), [4]);
  for (const count of [2, 0]) {
    files['/list.json'] = file(list(count));
    await seen.reload();
    assert.deepEqual(await opened(seen), [count]);
  }
  await done({ allowed: [/^a request after loading/, /services-wrong: the list \S+ has no service that can be offered/] });
});

test('a list that is given in code is in place of those that are named, until it is taken back', async () => {
  const { page: seen, done } = await visit({ '/host.html': page('services="/list.json"', `element.setServices(${JSON.stringify([{ contents: list(2) }, { contents: list(1, 'Lunch') }])})`), '/list.json': file(list(5)) }, { ready: false });
  assert.deepEqual((await opened(seen)).at(-1), 3);
  assert.deepEqual(asked.filter((path) => path === '/list.json'), []);
  await script(seen, (element) => element.setServices(null));
  await seen.waitForFunction(() => window.opened.at(-1) === 5);
  await script(seen, (element, text) => element.setServices(text), JSON.stringify(list(7)));
  await seen.waitForFunction(() => window.opened.at(-1) === 7);
  await done();
});

test('another list that the host names is opened in place of the one before', async () => {
  const { page: seen, done } = await visit({ '/host.html': page('services="/list.json"'), '/list.json': file(list(5)), '/other.json': file(list(6)) });
  assert.deepEqual((await opened(seen)).at(-1), 5);
  await script(seen, (element) => (element.services = '/other.json'));
  await seen.waitForFunction(() => window.opened.at(-1) === 6);
  await done({ allowed: [/^a request after loading: \S+\/other\.json$/] });
});

test('two widgets have a directory each, and the program is fetched once', async () => {
  const both = page('services="/list.json"');
  both.body = both.body.replace('</body>', '<what-matters services="/other.json"></what-matters></body>');
  const { page: seen, done } = await visit({ '/host.html': both, '/list.json': file(list(5)), '/other.json': file(list(6)) }, { start: words.start });
  const counts = await opened(seen, 2);
  assert.deepEqual([...new Set(counts)].sort(), [5, 6]);
  for (const is of [isDirectory, isNearby]) assert.equal(asked.filter(is).length, 1);
  for (const [nth, count] of [[0, 5], [1, 6]]) {
    const widget = seen.locator('what-matters').nth(nth);
    const on = async (name) => {
      const before = await widget.locator('h2').first().textContent();
      await widget.getByRole('button', { name, exact: true }).first().click();
      await widget.locator('h2').filter({ hasNotText: before }).first().waitFor();
    };
    const stage = guide.stages.find(({ id }) => id === 'ideas').title;
    for (const name of [words.start, `${words['parts-short']} ${words['parts-long']}`, stage, words.continue, words.continue, words['nearby-all']]) await on(name);
    await widget.locator('.found').getByText(words['nearby-found'].replace('{count}', count)).waitFor();
  }
  await done({ allowed: [/^a request after loading: \S+(other\.json|directory\.\w+\.wasm)$/] });
});

test('under the policy that is recommended lists are read without a violation', async () => {
  const { page: seen, done } = await visit({ '/host.html': page('services="/list.json"', '', { 'content-security-policy': STRICT }), '/list.json': file(list(5)) });
  assert.deepEqual(await opened(seen), [5]);
  await done();
});
