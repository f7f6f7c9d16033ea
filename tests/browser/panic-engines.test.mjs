// The program breaks in each engine a person may have: the words stand there, and they carry on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { words } from './support/tools.mjs';
import { ENGINES } from './support/engines.mjs';
import { CANARY } from './support/open.mjs';
import { broken } from './support/fault.mjs';

let server;
before(async () => (server = await broken()));
after(() => server?.close());

const LAST = `${CANARY} at the last`;

// These run in the page, and know nothing but what they are given.
const button = (name) => [...document.querySelector('what-matters').shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
const box = () => document.querySelector('what-matters').shadowRoot.querySelector('.screen textarea');
const arm = ([site, how]) => window.program.armFault(site, how);
/** Waits in the page, frame by frame, until something of the widget is there, and answers with it. */
const until = (what, value) => `() => new Promise((resolve) => {
  const look = () => {
    const found = (${what})(document.querySelector('what-matters').shadowRoot, ${JSON.stringify(value)});
    if (found) resolve(found);
    else requestAnimationFrame(look);
  };
  look();
})`;
const stands = (root, title) => root.querySelector('h2')?.textContent === title && root.querySelector('textarea').value;
const left = () => window.program.faultsMet;
const wrong = () => {
  window.wrong = [];
  for (const kind of ['error', 'unhandledrejection']) window.addEventListener(kind, (event) => window.wrong.push(`${kind}: ${event.message ?? event.reason}`));
};

/** Each part of the program that is drawn with, asked of, or noted with; and the two ways it ends without a panic. */
const SITES = [['render-talking', 'panic'], ['event-act', `raw:${LAST}`], ['save-note', 'panic'], ['event-any', 'stack'], ['render-done', 'memory']];

for (const [name, launch] of Object.entries(ENGINES)) {
  test(`in ${name} every word stands there when it broke, in five ways, and the person carries on after each`, async () => {
    const engine = await launch();
    try {
      await engine.goto(`${server.address}/host.html`);
      await engine.look(wrong);
      await engine.look(until((root) => !!root?.querySelector('.welcome')));
      await engine.click(await engine.element(button, words.start));
      await engine.look(until((root) => !!root.querySelector('.screen textarea')));
      await engine.write(await engine.element(box), LAST);
      let said = LAST;
      for (const [site, how] of SITES) {
        await engine.look(arm, [site, how]);
        await engine.write(await engine.element(box), '!');
        said = await engine.look(until(stands, words['broke-title']));
        // Where the caret stands in a box that is new differs.
        assert.equal(said.replaceAll('!', ''), `What are you called?\n${LAST}`, `${site} ${how}`);
        await engine.click(await engine.element(button, words['broke-carry-on']));
        const back = await engine.look(until((root) => root.querySelector('.screen textarea')?.value));
        assert.equal(`What are you called?\n${back}`, said, `${site} ${how}`);
      }
      assert.equal(said.split('!').length, SITES.length + 1, 'each press of a key is there');
      assert.deepEqual(await engine.look(left), SITES.map(([site]) => site));
      assert.deepEqual(await engine.look(() => window.wrong), [], 'the page was told of no error');
    } finally {
      await engine.close();
    }
  });
}
