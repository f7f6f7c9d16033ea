// The short conversation, from its start to the page to print and the text copied, in each engine a person may have.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { words } from './support/tools.mjs';
import { ENGINES } from './support/engines.mjs';
import { serve } from './support/server.mjs';
import { CANARY } from './support/open.mjs';

let server;
before(async () => (server = await serve()));
after(() => server?.close());

// These run in the page, and know nothing but what they are given.
const button = (name) => [...document.querySelector('what-matters').shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
const has = (name) => [...document.querySelector('what-matters').shadowRoot.querySelectorAll('button')].some((one) => one.textContent.trim() === name);
const box = (at) => document.querySelector('what-matters').shadowRoot.querySelectorAll('.screen textarea')[at];
const choice = (at) => document.querySelector('what-matters').shadowRoot.querySelectorAll('.screen [type=radio]')[at];
const screen = () => {
  const root = document.querySelector('what-matters').shadowRoot;
  const all = (selector) => root.querySelectorAll(`.screen ${selector}`).length;
  return { place: root.querySelector('h2').id, focus: root.activeElement?.id, boxes: all('textarea'), choices: all('[type=radio]') };
};
/** Waits in the page, frame by frame, until something of the widget is there, and answers with it. */
const until = (what, value) => `() => new Promise((resolve) => {
  const look = () => {
    const root = document.querySelector('what-matters').shadowRoot;
    const found = root && (${what})(root, ${JSON.stringify(value)});
    if (found) resolve(found);
    else requestAnimationFrame(look);
  };
  look();
})`;
const watch = () => {
  window.wrong = [];
  const told = ({ type, message, violatedDirective, blockedURI, sourceFile, lineNumber }) => ({ type, message, violatedDirective, blockedURI, sourceFile, lineNumber });
  // WebKitGTK asks for a picture of the site by itself, a moment after the page is there, and the page's policy refuses it.
  const isOwn = (event) => event.blockedURI?.endsWith('/favicon.ico');
  for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
    window.addEventListener(kind, (event) => isOwn(event) || window.wrong.push(told(event)));
  }
};
/** Keeps the print window shut, so that what would be printed can be looked at. */
const noPrinter = () => {
  const { appendChild } = Node.prototype;
  document.body.appendChild = function (child) {
    appendChild.call(this, child);
    if (child.id === 'what-matters-print') child.contentWindow.print = () => {};
    return child;
  };
};
const printed = () => {
  const frame = document.getElementById('what-matters-print');
  const text = frame.contentDocument.body.textContent;
  frame.contentWindow.dispatchEvent(new Event('afterprint'));
  return { text, left: document.querySelectorAll('iframe').length };
};
const paste = () => document.body.appendChild(document.createElement('textarea')).focus();
const selected = () => {
  const box = document.querySelector('what-matters').shadowRoot.querySelector('.notice textarea');
  return box.value.slice(box.selectionStart, box.selectionEnd);
};

/** Goes through it all as a person does, and returns what was typed, what would be printed and what was copied. */
async function converse(engine) {
  const press = async (name) => engine.click(await engine.element(button, name));
  const onward = async (name) => {
    const { place } = await engine.look(screen);
    await press(name);
    await engine.look(until((root, place) => {
      const heading = root.querySelector('h2');
      return heading && heading.id !== place && root.activeElement === heading;
    }, place));
  };
  await engine.goto(`${server.address}/embed/strict.html`);
  await engine.look(watch);
  await engine.look(until((root) => !!root.querySelector('.welcome')));
  await onward(words['five-minutes']);
  const typed = [];
  for (;;) {
    if (await engine.look(has, words['add-step'])) {
      await press(words['add-step']);
      await engine.look(until((root) => root.activeElement?.localName === 'textarea'));
    }
    const { place, boxes, choices } = await engine.look(screen);
    if (choices) await engine.click(await engine.element(choice, 1));
    for (let at = 0; at < boxes; at += 1) {
      typed.push(`${CANARY} ${place} ${at} & “tea” <b>`);
      await engine.write(await engine.element(box, at), typed.at(-1));
    }
    const last = await engine.look(has, words['see-summary']);
    await onward(last ? words['see-summary'] : words.continue);
    if (last) break;
  }
  await engine.look(noPrinter);
  await press(words.print);
  const paper = await engine.look(printed);
  await press(words.copy);
  const told = await engine.look(until((root) => root.querySelector('.notice [role=status]').textContent.trim()));
  if (told === words['copy-blocked']) return { typed, paper, text: await engine.look(selected) };
  assert.equal(told, words.copied);
  await engine.look(paste);
  await engine.paste();
  return { typed, paper, text: await engine.look(until(() => document.body.lastElementChild.value)) };
}

for (const [name, launch] of Object.entries(ENGINES)) {
  test(`in ${name} a person with five minutes comes to a page to print and a text to copy, with every word in both`, async () => {
    const engine = await launch();
    try {
      const { typed, paper, text } = await converse(engine);
      assert.equal(typed.length, 8);
      for (const said of typed) {
        assert.ok(paper.text.includes(said), `${said} is not on the page to print: ${paper.text}`);
        assert.ok(text.includes(said), `${said} is not in the text: ${text}`);
      }
      assert.equal(paper.left, 0, 'the page to print is gone once it is printed');
      assert.ok(text.startsWith(`${words['my-summary']}\n\n`));
      assert.deepEqual(await engine.look(() => window.wrong), []);
    } finally {
      await engine.close();
    }
  });
}
