// What comes and goes many times, and what is left of it afterwards: listeners, nodes, documents, and memory on both sides.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pastChoices } from './looking.mjs';
import { CANARY, PRINTING } from './open.mjs';
import { noPrinter } from './out.mjs';
import { guide, root, words } from './tools.mjs';
import { onward, press } from './walk.mjs';

/** For the `before` of `open`: the memory of the program is within reach, and it can be told how many programs with a memory of their own there are. */
export const reachMemory = (page) =>
  page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    const memories = [];
    window.countMemories = () => memories.filter((one) => one.deref()).length;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      const own = Object.values(made.exports).find((one) => one instanceof WebAssembly.Memory);
      if (own) memories.push(new WeakRef(own));
      window.wasmMemory ??= own;
      return made;
    };
  });

/** Ways to have the page let go of what nobody holds on to, and to measure what it holds then. */
export async function scales(page, context) {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const collect = async () => {
    // The first round runs what waits for things to go, the others take what that let go of.
    for (let round = 0; round < 3; round += 1) {
      await cdp.send('HeapProfiler.collectGarbage');
      await page.evaluate(() => new Promise((done) => setTimeout(done)));
    }
  };
  const measure = async () => {
    await collect();
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    const [wasm, memories] = await page.evaluate(() => [window.wasmMemory.buffer.byteLength, window.countMemories()]);
    return { listeners: of('JSEventListeners'), nodes: of('Nodes'), documents: of('Documents'), heap: of('JSHeapUsedSize'), pages: wasm / 65536, memories };
  };
  return { collect, measure };
}

/** How much more there is of each after than before. */
export const grown = (before, after) => Object.fromEntries(Object.keys(before).map((kind) => [kind, after[kind] - before[kind]]));

/** What there may be more of, however often something was done. A page of memory more is what had to be there at once, while the browser took its time; what leaks takes many in the long rows. */
export const MOST = { listeners: 0, nodes: 20, documents: 0, heap: 1024 * 1024, pages: 1, memories: 0 };

/** Each of what there is too much of, in words. */
export const tooMuch = (more) => Object.entries(MOST).filter(([kind, most]) => more[kind] > most).map(([kind]) => `${more[kind]} more of ${kind}`);

/** Does something so many times. It runs in the page, so that thousands take seconds. */
async function doing({ what, times, words }) {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  const tick = () =>
    new Promise((done) => {
      port1.addEventListener('message', done, { once: true });
      port2.postMessage(0);
    });
  const until = async (there) => {
    for (;;) {
      const found = there();
      if (found) return found;
      await tick();
    }
  };
  const element = () => document.querySelector('what-matters');
  const place = () => {
    const heading = element()?.shadowRoot.querySelector('h2');
    return heading && `${heading.id} ${heading.textContent}`;
  };
  const named = (name) => [...element().shadowRoot.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(name));
  const begun = async (of = element()) => {
    await until(() => [...of.shadowRoot.querySelectorAll('button')].some((one) => one.textContent.trim() === words.start));
  };
  const go = async (name) => {
    const was = place();
    (await until(() => named(name))).click();
    await until(() => place() && place() !== was);
  };
  const write = (text) => {
    const box = element().shadowRoot.querySelector('textarea');
    if (!box) return;
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const make = (parent) => {
    const made = parent.ownerDocument.createElement('what-matters');
    made.setGuide(window.madeGuide);
    return parent.appendChild(made);
  };
  const gone = async (one) => {
    one.remove();
    await Promise.resolve();
  };
  const find = async () => {
    await until(() => named(words['nearby-all']));
    await go(words['nearby-all']);
    const box = element().shadowRoot.querySelector('.near input');
    const count = () => element().shadowRoot.querySelectorAll('.option').length;
    await until(() => count() > 1);
    box.value = 'soup';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => count() === 1);
  };
  const all = {
    /** A new element comes, is begun and written in, and goes. */
    async mounted() {
      const one = make(document.body);
      await begun(one);
      await go(words.start);
      await go(words.continue);
      write('by the window');
      await gone(one);
    },
    /** Two come, and go in the order they came. */
    async 'two mounted'() {
      const [one, other] = [make(document.body), make(document.body)];
      await begun(one);
      await begun(other);
      await gone(one);
      await gone(other);
    },
    /** One goes before anything is drawn. */
    async 'gone at once'() {
      await gone(make(document.body));
    },
    /** The document it stands in goes, and nobody takes it off before. */
    async 'gone with its frame'() {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const one = document.createElement('what-matters');
      one.setGuide(window.madeGuide);
      frame.contentDocument.body.append(one);
      await begun(one);
      frame.remove();
      await tick();
    },
    /** It is moved about, which takes it off and puts it back. */
    async moved() {
      document.body.append(element());
      await tick();
    },
    /** It is taken off and put back, on a screen with choices. */
    async 'put back'() {
      const one = element();
      await gone(one);
      await tick();
      document.body.append(one);
      await until(place);
      await tick();
    },
    /** A screen over the conversation opens and closes. */
    async parts() {
      await go(`${words['parts-short']} ${words['parts-long']}`);
      await go(words['carry-on']);
    },
    async help() {
      await go(words.help);
      await go(words['carry-on']);
    },
    async summaries() {
      await go(words['my-summary']);
      await go(words['carry-on']);
    },
    /** The box that asks before everything is deleted opens and closes. */
    async questions() {
      named(words.delete).click();
      await until(() => named(words['delete-keep']));
      named(words['delete-keep']).click();
      await until(() => !named(words['delete-keep']));
    },
    /** A file is dropped, looked at, and not taken up. */
    async 'files opened'() {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([window.madeFile], 'my-summary.html', { type: 'text/html' }));
      const was = place();
      element().shadowRoot.querySelector('.wm').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
      await until(() => place() !== was);
      await go(words['not-now']);
    },
    /** A step on or back, with something written where there is a box. */
    async steps(at) {
      write(`step ${at % 7}`);
      if (at % 40 < 25 && named(words.continue)) await go(words.continue);
      else if (named(words.back)) await go(words.back);
      else await go(words.continue);
    },
    /** The page starts it again from nothing. */
    async restarts() {
      await begun();
      await go(words.start);
      await go(words.continue);
      write('before it starts again');
      element().restart();
      await begun();
    },
    /** A new element comes with a list of its own, something in it is found, and it goes. */
    async 'with a list'() {
      const one = document.createElement('what-matters');
      one.setServices(window.madeList);
      one.setGuide(window.madeGuide);
      document.body.append(one);
      await begun(one);
      await go(words.start);
      await go(`${words['parts-short']} ${words['parts-long']}`);
      await go(window.ideasPart);
      for (let prompt = 0; prompt < 2; prompt += 1) await go(words.continue);
      await find();
      await gone(one);
    },
    /** All of a list is looked through, and left. */
    async 'looked through'() {
      await find();
      await go(words['carry-on']);
    },
    /** The summary is printed, in a frame that then goes. */
    async prints() {
      named(words.print).click();
      const frame = await until(() => document.getElementById('what-matters-print'));
      frame.contentWindow.dispatchEvent(new Event('afterprint'));
      await until(() => !document.getElementById('what-matters-print'));
    },
    /** The summary is printed where the browser never says that it has. */
    async 'prints that never end'() {
      named(words.print).click();
      await until(() => document.getElementById('what-matters-print'));
    },
    /** The summary is downloaded. */
    async downloads() {
      named(words.download).click();
      await tick();
    },
  };
  for (let at = 0; at < times; at += 1) await all[what](at);
}

/** Does one of the things above so many times. */
export const often = (page, what, times) => page.evaluate(doing, { what, times, words });

/** What has to stand on the page before something is done. */
const BEFORE = { mounted: 'nothing', 'two mounted': 'nothing', 'gone at once': 'nothing', 'gone with its frame': 'nothing', restarts: 'welcome', 'with a list': 'nothing', 'looked through': 'ideas', questions: 'summary', prints: 'summary', 'prints that never end': 'summary', downloads: 'summary', 'put back': 'summary' };

/** All there is to do. */
export const ALL = ['mounted', 'two mounted', 'gone at once', 'gone with its frame', 'moved', 'put back', 'help', 'parts', 'summaries', 'questions', 'files opened', 'with a list', 'looked through', 'steps', 'restarts', 'prints', 'prints that never end', 'downloads'];

/** What reads and shows lists is fetched once a list is given. */
const FETCHED = [/a request after loading: \S+\.(nearby|directory)\.[0-9a-f]+\.wasm$/];
/** A print that never ends leaves its frame standing, until the next. */
export const ALLOWED = { 'prints that never end': PRINTING, 'with a list': FETCHED, 'looked through': FETCHED };

/** The page, with nothing to print on. */
export async function before(page) {
  await reachMemory(page);
  await noPrinter(page);
  const file = readFileSync(join(root, 'tests/data/files/1-open.html'), 'utf8');
  const list = JSON.parse(readFileSync(join(root, 'www/services/small.json'), 'utf8'));
  const ideasPart = guide.stages.find((stage) => stage.id === 'ideas').title;
  await page.addInitScript((made) => Object.assign(window, made), { madeGuide: guide, madeFile: file, madeList: list, ideasPart });
}

/** How often it is warmed up. */
const WARM = 4;

/** Screens are of many sizes, so what is left after a walk is measured on the first. */
async function atTheStart(page) {
  await onward(page, () => page.evaluate(() => document.querySelector('what-matters').restart()));
  await onward(page, () => press(page, words.start));
}

/** Does it some times to warm up and then many times, on an opened page, and says how much more of everything there is. */
export async function left(page, context, what, times, warm = 10) {
  if (BEFORE[what] === 'nothing') await page.evaluate(() => document.querySelector('what-matters').remove());
  else if (BEFORE[what] !== 'welcome') {
    await onward(page, () => press(page, words.start));
    await onward(page, () => press(page, words.continue));
    await page.getByRole('textbox').fill(`${CANARY} by the window`);
    if (BEFORE[what] === 'ideas') {
      await page.evaluate(() => document.querySelector('what-matters').setServices(window.madeList));
      await pastChoices(page);
    }
    if (BEFORE[what] === 'summary') await onward(page, () => press(page, words['my-summary']));
  }
  const scale = await scales(page, context);
  const { collect } = scale;
  const measure = async () => {
    if (what === 'steps') await atTheStart(page);
    return scale.measure();
  };
  // How much memory there has to be at once depends on when things go: a few rounds find the most.
  for (let round = 0; round < WARM; round += 1) {
    await often(page, what, warm);
    await collect();
  }
  const was = await measure();
  // A browser lets go of things when it likes. Here it does as often as before the first measure, so that what only waits to go is not counted.
  for (let at = 0; at < times; at += warm) {
    await often(page, what, warm);
    await collect();
  }
  return grown(was, await measure());
}
