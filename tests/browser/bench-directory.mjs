// What is on offer nearby, in a real browser: our directory and minisearch on the same services in the same run.
// `cargo xtask bench` packs the lists and runs this; it measures and judges nothing.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { element, host, serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { toIdeas } from './support/nearby.mjs';
import { onward, press } from './support/walk.mjs';
import { chromium, root, words } from './support/tools.mjs';

const SIZES = [1_000, 10_000, 100_000];
/** A list a small practice has, as it was written. */
const FEW = 128;
const folder = join(root, 'target/bench');
/** What people type, a key at a time. */
const TYPED = ['walk', 'benefits', 'choir', 'gardning', 'lunch club', 'dementia', 'money advice', 'art'];

/** A list is sent once it may be. */
let letGo;
let held = Promise.resolve();
const hold = () => (held = new Promise((done) => (letGo = done)));

const server = await serve(async (path) => {
  const list = /^\/bench\/(services-\d+\.(?:json|bin))$/.exec(path);
  if (list) {
    await held;
    return { type: 'application/octet-stream', body: readFileSync(join(folder, list[1])) };
  }
  if (path === '/minisearch.js') return { type: 'text/javascript', body: readFileSync(join(root, 'pkg-config/tools/node_modules/minisearch/dist/es/index.js')) };
  const ours = /^\/ours-(\d+\.\w+)\.html$/.exec(path);
  if (ours) return host(element(`services="/bench/services-${ours[1]}"`));
  if (path === '/theirs.html') return host('');
});
const browser = await chromium();

/** Every key typed, and how long each took until what was found stood there. It runs in the page. */
const keys = async (texts) => {
  const root = document.querySelector('what-matters').shadowRoot;
  const box = root.querySelector('.near input');
  const { port1, port2 } = new MessageChannel();
  port1.start();
  const atRest = () => new Promise((done) => { port1.addEventListener('message', done, { once: true }); port2.postMessage(0); });
  const times = [];
  for (const text of texts) {
    for (let end = 1; end <= text.length; end += 1) {
      const before = performance.now();
      box.value = text.slice(0, end);
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await atRest();
      times.push(performance.now() - before);
    }
  }
  return times;
};

/** For `before`: every memory a WebAssembly has, every task longer than 50 ms, and how long the directory has worked. */
const watched = (page) =>
  page.addInitScript(() => {
    window.memories = new Set();
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) window.memories.add(one);
      if (!exports.takeList) return made;
      const timed = (work) => (...given) => {
        const begun = performance.now();
        const result = work(...given);
        window.worked += performance.now() - begun;
        return result;
      };
      return { exports: Object.fromEntries(Object.entries(exports).map(([name, one]) => [name, typeof one === 'function' ? timed(one) : one])) };
    };
    window.worked = 0;
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
  });

/** Every long task is known of once the page had nothing to do for a while. */
const longest = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => done(Math.max(0, ...window.tasks)), 200)));

/** Ours: from when the list is sent until ideas can be asked for, from there to three of them, and from a key until what was found stands there. */
async function ours(size, kind = 'bin') {
  hold();
  const { page, context } = await open(browser, server, `/ours-${size}.${kind}.html`, { ready: false, before: watched });
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  await toIdeas(page);
  const memory = () => page.evaluate(() => [...window.memories].reduce((sum, one) => sum + one.buffer.byteLength, 0));
  const before = await memory();
  await page.evaluate((name) => {
    window.tasks.length = 0;
    window.worked = 0;
    const root = document.querySelector('what-matters').shadowRoot;
    const isThere = () => [...root.querySelectorAll('button')].some((one) => one.textContent === name);
    window.ready = new Promise((done) => new MutationObserver(() => isThere() && done(performance.now())).observe(root, { subtree: true, childList: true, characterData: true }));
    window.begun = performance.now();
  }, words['nearby-show']);
  letGo();
  const ready = await page.evaluate(async () => (await window.ready) - window.begun);
  const task = await longest(page);
  const read = await page.evaluate(() => window.worked);
  const matched = await page.evaluate((name) => {
    const root = document.querySelector('what-matters').shadowRoot;
    const begun = performance.now();
    [...root.querySelectorAll('button')].find((one) => one.textContent === name).click();
    const isThere = () => root.querySelector('.option');
    return new Promise((done) => new MutationObserver(() => isThere() && done(performance.now() - begun)).observe(root, { subtree: true, childList: true }));
  }, words['nearby-show']);
  const worked = await page.evaluate(() => window.worked);
  await onward(page, () => press(page, words['nearby-all']));
  await page.locator('.option').first().waitFor();
  const times = await page.evaluate(keys, TYPED);
  const more = (await memory()) - before;
  await context.close();
  return { ready, read, worked, matched, times, memory: more, longest: task, bytes: statSync(join(folder, `services-${size}.${kind}`)).size };
}

/** Theirs, on the same services in the same browser: names and descriptions, the beginnings of words, one slip in four letters. It draws nothing. */
async function theirs(size) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.address}/theirs.html`);
  const cdp = await context.newCDPSession(page);
  const heap = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  const before = await heap();
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
  });
  const ready = await page.evaluate(async (size) => {
    const { default: MiniSearch } = await import('/minisearch.js');
    const begun = performance.now();
    const services = await (await fetch(`/bench/services-${size}.json`)).json();
    const index = new MiniSearch({ fields: ['name', 'description'], storeFields: ['name'], searchOptions: { prefix: true, fuzzy: 0.25, combineWith: 'AND' } });
    index.addAll(services);
    const ready = performance.now() - begun;
    window.kept = [services, index];
    return ready;
  }, size);
  const task = await longest(page);
  const times = await page.evaluate((texts) => {
    const times = [];
    for (const text of texts) {
      for (let end = 1; end <= text.length; end += 1) {
        const before = performance.now();
        window.kept[1].search(text.slice(0, end)).slice(0, 10);
        times.push(performance.now() - before);
      }
    }
    return times;
  }, TYPED);
  const memory = (await heap()) - before;
  await context.close();
  return { ready, times, memory, longest: task, bytes: gzipSync(readFileSync(join(folder, `services-${size}.json`))).length };
}

const at = (times, percent) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))];
const mb = (bytes) => (bytes / 1e6).toFixed(1);
console.log('services  which        ready ms   longest task ms   key ms (p50, p95)   memory MB   on the wire KB');
for (const size of SIZES) {
  for (const [name, measure] of [['ours', ours], ['minisearch', theirs]]) {
    const { ready, times, memory, longest, bytes } = await measure(size);
    console.log(
      `${String(size).padStart(8)}  ${name.padEnd(10)} ${ready.toFixed(0).padStart(10)} ${longest.toFixed(0).padStart(17)} ${at(times, 50).toFixed(1).padStart(11)} ${at(times, 95).toFixed(1).padStart(7)} ${mb(memory).padStart(11)} ${(bytes / 1e3).toFixed(0).padStart(16)}`,
    );
  }
}
const few = await ours(FEW, 'json');
console.log(`${FEW} services as they were written: read in ${few.read.toFixed(1)} ms and matched in ${(few.worked - few.read).toFixed(1)} ms (16 are meant for both); ${few.ready.toFixed(0)} ms from when they are sent until ideas can be asked for, and ${few.matched.toFixed(0)} ms until three stand there`);
await browser.close();
await server.close();
