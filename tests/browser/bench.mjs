// Large guides in a real browser: what reading one, a step and a key cost, from the event to the page having changed.
// `cargo xtask bench` writes the guides and runs this; it measures and judges nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { host, serve } from './support/server.mjs';
import { chromium, root, words } from './support/tools.mjs';

const SIZES = [34, 1_000, 10_000];
const STEPS = 300;
// Isolated pages have a clock of five microseconds, others one of a hundred.
const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const PAGE = host('<script type="module" src="/what-matters.js"></script>', headers);

/** Times everything with one guide. It runs in the page. */
async function measure({ prompts, steps, words }) {
  const guide = await (await fetch(`/bench/${prompts}.json`)).text();
  const element = document.createElement('what-matters');
  element.setGuide(guide);
  document.body.replaceChildren(element);
  const find = (selector) => element.shadowRoot.querySelector(selector);
  const button = (name) => [...element.shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
  const { port1, port2 } = new MessageChannel();
  port1.start();
  // What was set going by an event is done before the next task begins.
  const atRest = () =>
    new Promise((resolve) => {
      port1.addEventListener('message', resolve, { once: true });
      port2.postMessage(0);
    });
  const until = async (there) => {
    while (!there()) await atRest();
  };
  /** How long until the page is at rest after something was done, and what has to be there is. */
  const timed = async (act, there = () => true) => {
    const before = performance.now();
    act();
    do await atRest();
    while (!there());
    return performance.now() - before;
  };
  await until(() => button(words.start));

  const reads = [];
  for (let at = 0; at < 5; at += 1) {
    let isReady = false;
    element.addEventListener('what-matters-ready', () => (isReady = true), { once: true });
    reads.push(await timed(() => element.setGuide(guide), () => isReady && button(words.start)));
  }

  const [stepped, keyed] = [[], []];
  while (stepped.length < steps) {
    if (button(words.start)) button(words.start).click();
    else if (button(words['see-summary'])) element.restart();
    await until(() => button(words.continue) || button(words.start));
    if (!button(words.continue)) continue;
    const { id } = find('h2');
    const box = find('textarea');
    const key = new InputEvent('input', { bubbles: true, composed: true, data: 'x' });
    box.value += 'x';
    keyed.push(await timed(() => box.dispatchEvent(key)));
    stepped.push(await timed(() => button(words.continue).click(), () => find('h2') && find('h2').id !== id));
  }
  button(words['my-summary']).click();
  await until(() => find('.letter'));
  return { prompts, reads, stepped, keyed, said: find('.letter').querySelectorAll('.entry').length };
}

/** The value below which so many of a hundred lie. */
const at = (times, percent) => times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * percent / 100)];
const microseconds = (time) => String(Math.round(time * 1000)).padStart(8);
const milliseconds = (time) => time.toFixed(2).padStart(8);

const isGuide = (path) => path.match(/^\/bench\/(\d+)\.json$/);
const change = (path) =>
  isGuide(path) ? { headers, body: readFileSync(join(root, 'target', path)) } : path === '/bench.html' ? { ...PAGE } : { headers };
const [browser, server] = await Promise.all([chromium(), serve(change)]);
try {
  const page = await browser.newPage();
  const rows = [];
  for (const prompts of SIZES) {
    await page.goto(`${server.address}/bench.html`);
    const measured = await page.evaluate(measure, { prompts, steps: STEPS, words });
    assert.ok(measured.said > 0, 'the words that were written stand in the summary');
    rows.push(measured);
  }
  console.log('prompts   read ms   step µs (p50, p95)   key µs (p50, p95)   in Chromium, with everything drawn');
  for (const { prompts, reads, stepped, keyed } of rows) {
    console.log(`${String(prompts).padStart(7)}  ${milliseconds(at(reads, 50))}   ${microseconds(at(stepped, 50))} ${microseconds(at(stepped, 95))}   ${microseconds(at(keyed, 50))} ${microseconds(at(keyed, 95))}`);
  }
  const [small, large] = [rows.at(0), rows.at(-1)];
  const grown = (kind, percent) => `${(at(large[kind], percent) / at(small[kind], percent)).toFixed(1)} ×`.padStart(8);
  console.log(` growth  ${grown('reads', 50)}   ${grown('stepped', 50)} ${grown('stepped', 95)}   ${grown('keyed', 50)} ${grown('keyed', 95)}`);
} finally {
  await Promise.all([browser.close(), server.close()]);
}
