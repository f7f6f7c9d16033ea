// *Leave this page* in the engines that the other tests of it do not use: by press, by Shift, without a network, and Back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { words } from './support/tools.mjs';
import { ENGINES } from './support/engines.mjs';
import { element, host, serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';

/** A page that tells the server whenever it is shown. */
const told = (name, more = '') => host(`<p>${name}</p>${more}<script>addEventListener('pageshow', () => fetch('/shown/${name}'))</script>`);
const PAGES = {
  '/before.html': told('before'),
  '/leave.html': told('leave', element('leave="all" exit="/exit.html"')),
  '/exit.html': told('exit'),
};

/** What the pages asked the server for, and who waits for it. */
let asked = [];
let waiting;
const heard = (start) => new Promise((resolve) => {
  waiting = () => {
    const found = asked.find((path) => path.startsWith(start));
    if (found) resolve(found);
  };
  waiting();
});
const answer = (path) => {
  asked.push(path);
  waiting?.();
  return PAGES[path] && { ...PAGES[path] };
};
let server;
before(async () => (server = await serve(answer)));
after(() => server?.close());

// These run in the page, and know nothing but what they are given.
const button = (name) => [...document.querySelector('what-matters').shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
const box = () => document.querySelector('what-matters').shadowRoot.querySelector('.screen textarea');
const where = () => ({ at: location.href, text: document.documentElement.outerHTML + (document.querySelector('what-matters')?.shadowRoot.textContent ?? '') });
// The page goes by itself: a driver that is told to go waits for what may have been there before.
const goes = (to) => void setTimeout(() => (to ? location.assign(to) : history.back()));
const unplugged = () => void Object.defineProperty(navigator, 'onLine', { get: () => false });
/** Says what is seen right after it was left, in the same turn of the page. */
const looksOn = () => {
  const look = () => {
    const element = document.querySelector('what-matters');
    fetch(`/left/${element.shadowRoot.childNodes.length}/${element.getClientRects().length + document.documentElement.getClientRects().length}`, { keepalive: true });
  };
  for (const kind of ['click', 'keyup']) addEventListener(kind, (event) => (kind === 'click' || event.key === 'Shift') && !document.querySelector('what-matters').shadowRoot.firstChild && look());
};
const until = (what) => `() => new Promise((resolve) => {
  const look = () => ((${what})(document.querySelector('what-matters').shadowRoot) ? resolve() : requestAnimationFrame(look));
  look();
})`;

/** A page with words in a box, one step after another page. */
async function written(engine) {
  asked = [];
  await engine.look(goes, '/leave.html');
  await heard('/shown/leave');
  await engine.look(until((root) => !!root?.querySelector('.welcome')));
  await engine.click(await engine.element(button, words.start));
  await engine.look(until((root) => !root.querySelector('.welcome')));
  await engine.click(await engine.element(button, words.continue));
  await engine.look(until((root) => !!root.querySelector('.screen textarea')));
  await engine.write(await engine.element(box), `${CANARY} in a box`);
  await engine.look(looksOn);
  asked = [];
}

/** Goes back from where it went, and finds the page before, with none of the words. */
async function bringsNothingBack(engine) {
  asked = [];
  await engine.look(goes);
  assert.equal(await heard('/shown/'), '/shown/before');
  const { at, text } = await engine.look(where);
  assert.equal(new URL(at).pathname, '/before.html');
  assert.ok(!text.includes(CANARY));
}

const WAYS = {
  'by a press': async (engine) => engine.click(await engine.element(button, words['leave-page'])),
  'by Shift three times': async (engine) => {
    for (let times = 0; times < 3; times += 1) await engine.shift();
  },
};

for (const name of ['Firefox', 'WebKitGTK']) {
  test(`in ${name}`, async (t) => {
    const engine = await ENGINES[name]();
    try {
      await engine.goto(`${server.address}/before.html`);
      for (const [way, leaves] of Object.entries(WAYS)) {
        await t.test(`${way} it is blank in that very moment, the other page comes, and Back brings nothing back`, async () => {
          await written(engine);
          await leaves(engine);
          assert.equal(await heard('/left/'), '/left/0/0');
          await heard('/shown/exit');
          await bringsNothingBack(engine);
        });
      }
      await t.test('without a network it goes to a blank page, asks for nothing, and Back brings nothing back', async () => {
        await written(engine);
        await engine.look(unplugged);
        await WAYS['by a press'](engine);
        let now;
        // While one page goes for another there may be none to ask.
        while (!now || now.endsWith('/leave.html')) now = await engine.look(where).then(({ at }) => at, () => '');
        assert.equal(now, 'about:blank');
        assert.deepEqual(asked.filter((path) => path.endsWith('.html')), []);
        await bringsNothingBack(engine);
      });
    } finally {
      await engine.close();
    }
  });
}
