// The canary: whatever a person types in a box is looked for wherever it must never be. Every page that a test opens has it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

/** A word nobody types by chance: it may stand in boxes, in what goes out, and nowhere else. */
export const CANARY = 'Biscuitberg';

/** The world of its own that this looks from: no script of the page can reach into it, and none of ours can. */
const WORLD = 'canary';
const TYPED = 'canaryTyped';

/** Words that stand in what we serve give nobody away: they are looked for only as a part of what was typed whole. */
let served;
const isServed = (word) => {
  served ??= ['guides', 'words', 'help', 'embed'].map((folder) => readdirSync(join(root, 'dist', folder)).map((name) => readFileSync(join(root, 'dist', folder, name), 'utf8')).join('\n')).join('\n').toLowerCase();
  return served.includes(word.toLowerCase());
};

/** What of some typed words can be looked for: each word of six letters or more that is served nowhere, and all of it. */
function telling(text) {
  const words = text.match(/\p{L}{6,}/gu) ?? [];
  const whole = text.trim();
  const own = words.filter((word) => !isServed(word));
  return whole.length >= 6 && !isServed(whole) ? [whole, ...own] : own;
}

/** How words look in the places they may come to: as they are, in JSON, in an address, in markup. */
const looks = (word) => [word, JSON.stringify(word).slice(1, -1), encodeURIComponent(word), encodeURI(word), new URLSearchParams([['', word]]).toString().slice(1), word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')];

/** What of a page may hold words and is no shadow root, as text by its place. It runs in the world of its own. What takes time is looked at where `isLast`. */
const places = (isLast) => {
  if (window.frameElement?.id === 'what-matters-print') return isLast ? { print: document.documentElement.outerHTML } : {};
  const said = (value) => {
    try {
      return JSON.stringify(value) ?? '';
    } catch {
      return String(value);
    }
  };
  const kept = (name, of = window) => {
    try {
      return typeof of[name] === 'string' ? of[name] : Object.entries(of[name]).flat().join('\n');
    } catch {
      // A page may not be allowed to have it.
      return '';
    }
  };
  const boxes = [...document.querySelectorAll('input, textarea')].map((box) => box.value).join('\n');
  const found = {
    address: location.href, title: document.title, history: said(history.state),
    localStorage: kept('localStorage'), sessionStorage: kept('sessionStorage'), light: `${document.documentElement?.outerHTML}\n${boxes}`,
    cookie: kept('cookie', document),
  };
  if (!isLast) return found;
  return (async () => {
    const databases = await globalThis.indexedDB?.databases?.().catch(() => []) ?? [];
    const cached = [];
    for (const name of await globalThis.caches?.keys().catch(() => []) ?? []) {
      cached.push(name);
      const cache = await caches.open(name);
      for (const asked of await cache.keys()) cached.push(asked.url, await (await cache.match(asked)).text());
    }
    const records = [];
    for (const { name } of databases) {
      records.push(name);
      const opened = await new Promise((done) => Object.assign(indexedDB.open(name), { onsuccess: (event) => done(event.target.result), onerror: () => done() }));
      for (const store of opened?.objectStoreNames ?? []) {
        const all = opened.transaction(store).objectStore(store);
        const read = (asked) => new Promise((done) => Object.assign(asked, { onsuccess: () => done(asked.result), onerror: () => done() }));
        records.push(said(await read(all.getAllKeys())), said(await read(all.getAll())));
      }
      opened?.close();
    }
    return { ...found, database: records.join('\n'), cache: cached.join('\n') };
  })();
};

/** Sends out what is typed, in whichever shadow root, and what the page has when it goes away. */
const listen = `{
  const places = ${places};
  const send = (what) => ${TYPED}(JSON.stringify(what));
  const names = new WeakMap();
  let count = 0;
  const isBox = (one) => one?.localName === 'textarea' || (one?.localName === 'input' && !/^(radio|checkbox|file|button)$/.test(one.type));
  addEventListener('input', (event) => {
    const [box] = event.composedPath();
    if (!isBox(box) || !(box.getRootNode() instanceof ShadowRoot)) return;
    if (!names.has(box)) names.set(box, (count += 1) + ' ' + box.id);
    send({ box: names.get(box), typed: box.value });
  }, true);
  // What leaves the element by itself is heard by a page that listens at its top. What it hears on the way down no element can keep from it.
  let keys = '';
  const told = (event) => [event.data, event.detail, event.newValue, event.message, event.clipboardData?.getData('text'), event.dataTransfer?.getData('text')].filter((one) => typeof one === 'string').join(' ');
  for (const kind of ['keydown', 'keypress', 'keyup']) addEventListener(kind, (event) => { if (event.key?.length === 1 && kind === 'keydown') send({ event: kind, text: (keys += event.key) }); });
  for (const kind of ['beforeinput', 'input', 'change', 'textInput', 'compositionstart', 'compositionupdate', 'compositionend', 'paste', 'copy', 'cut', 'dragstart', 'dragend', 'drop', 'message', 'storage', 'select', 'search', 'submit', 'formdata', 'error', 'beforematch', 'toggle', 'click'])
    addEventListener(kind, (event) => { const text = told(event); if (text) send({ event: kind, text }); });
  for (const kind of ['beforeunload', 'pagehide']) addEventListener(kind, () => send({ left: places(false) }), true);
}`;

/** What the page's own world alone has: events that a script makes, of whatever name, what is new on the window, and what was measured. It leaves one name behind, which no script comes upon, and no way out. */
const listenInside = `{
  const send = globalThis.${TYPED}Inside;
  delete globalThis.${TYPED}Inside;
  const { dispatchEvent } = EventTarget.prototype;
  const { stringify } = JSON;
  const { apply } = Reflect;
  const names = Object.getOwnPropertyNames;
  const first = new Set(names(globalThis));
  const said = (value, depth = 0, seen = new Set()) => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null || depth > 30 || seen.has(value) || value instanceof Node || value instanceof Window) return '';
    seen.add(value);
    let text = '';
    if (value instanceof Map || value instanceof Set) for (const one of value) text += ' ' + said(one, depth + 1, seen);
    for (const name of names(value)) {
      try { text += ' ' + name + ' ' + said(value[name], depth + 1, seen); } catch { /* It cannot be had, by anyone. */ }
    }
    return text;
  };
  EventTarget.prototype.dispatchEvent = function (event) {
    const text = said([event?.detail, event?.data, event?.message]);
    if (text.length > 0) send(stringify({ event: event.type, text }));
    return apply(dispatchEvent, this, [event]);
  };
  Object.defineProperty(globalThis, Symbol.for('${WORLD}'), { value: () => {
    let text = '';
    for (const name of names(globalThis)) {
      try {
        const value = globalThis[name];
        if (typeof value === 'string' || !first.has(name)) text += '\\n' + name + ' ' + said(value);
      } catch { /* It cannot be had, by anyone. */ }
    }
    for (const element of document.querySelectorAll('what-matters')) text += '\\n' + said({ ...element });
    return { global: text, performance: said(performance.getEntries().map(({ name, detail }) => [name, detail])) };
  } });
}`;

/** The sinks: where a person's words must never be, by the name that `done()` says. */
export const SINKS = ['request', 'address', 'history', 'title', 'console', 'localStorage', 'sessionStorage', 'database', 'cookie', 'cache', 'light', 'event', 'global', 'performance', 'download', 'error'];

/** The frame that is printed holds them until it is, and no longer: a test that ends before says so. */
const PRINT = 'print';

/** Watches every page of a context. `found()` says which sinks hold what was typed, looking at all pages or at one, and `typed()` what was. */
export function watch(context) {
  // Whoever opens a page of a context that is watched already has the same.
  if (!watched.has(context)) watched.set(context, begun(context));
  return watched.get(context);
}

const watched = new WeakMap();

function begun(context) {
  const seen = Object.fromEntries([...SINKS, PRINT].map((sink) => [sink, []]));
  const boxes = new Map();
  const typed = new Set();
  const before = [];
  const pages = [];
  const waiting = [];
  const add = (found) => {
    for (const [sink, text] of Object.entries(found)) if (text) seen[sink].push(text);
  };

  context.on('request', (request) => add({ request: [request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n') }));
  context.on('console', (message) => {
    add({ console: message.text() });
    // What is handed to the console is there to be opened: nodes too, with all that stands in them.
    for (const one of message.args()) waiting.push(one.evaluate((value) => (value instanceof Node ? `${value.textContent} ${value.outerHTML}` : JSON.stringify(value))).then((text) => add({ console: text })).catch(() => {}));
  });
  context.on('weberror', (error) => add({ error: `${error.error()?.message} ${error.error()?.stack}` }));

  const followed = new WeakMap();
  const follow = (page) => {
    if (!followed.has(page)) followed.set(page, heard(page));
    return followed.get(page);
  };

  async function heard(page) {
    const contexts = new Map();
    page.on('download', (download) => add({ download: download.suggestedFilename() }));
    page.on('framenavigated', (frame) => add({ address: frame.url() }));
    page.on('websocket', (socket) => {
      add({ request: socket.url() });
      socket.on('framesent', ({ payload }) => add({ request: String(payload) }));
    });
    const client = await context.newCDPSession(page);
    client.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => contexts.set(id, auxData?.isDefault ? 'page' : name));
    client.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId));
    client.on('Runtime.executionContextsCleared', () => contexts.clear());
    client.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (!name.startsWith(TYPED)) return;
      const { box, typed: words, event, text, left } = JSON.parse(payload);
      if (event) add({ event: text });
      if (left) add(left);
      if (box === undefined) return;
      const key = `${pages.indexOf(page)} ${executionContextId} ${box}`;
      // One key after the other is one text; what another takes the place of was typed too.
      if (!words.startsWith(boxes.get(key) ?? '')) typed.add(boxes.get(key));
      boxes.set(key, words);
    });
    const look = async (which, expression) => {
      const all = [...contexts].filter(([, name]) => name === which).map(async ([contextId]) => {
        const { result } = await client.send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true }).catch(() => ({}));
        return result?.value;
      });
      return (await Promise.all(all)).filter(Boolean);
    };
    pages.push({ page, look });
    await Promise.all([
      client.send('Page.enable'),
      client.send('Runtime.addBinding', { name: TYPED, executionContextName: WORLD }),
      client.send('Runtime.addBinding', { name: `${TYPED}Inside` }),
      client.send('Page.addScriptToEvaluateOnNewDocument', { source: listen, worldName: WORLD }),
      client.send('Page.addScriptToEvaluateOnNewDocument', { source: listenInside }),
      client.send('Runtime.enable'),
    ]);
  }

  /** What every page holds now, or one of them, besides what was heard of it. */
  async function sample(only) {
    for (const { page, look } of pages) {
      if (page.isClosed() || (only && page !== only)) continue;
      for (const found of await look(WORLD, `(${places})(true)`)) add(found);
      for (const found of await look('page', `globalThis[Symbol.for('${WORLD}')]?.()`)) add(found);
    }
    await Promise.all(waiting);
  }

  return {
    follow,
    /** What stands on a page before anything is typed gives nobody away. */
    async begin(page) {
      const { look } = pages.find((one) => one.page === page);
      for (const found of await look(WORLD, `(${places})(false)`)) before.push(...Object.values(found));
    },
    /** The boxes that were typed in, by their ids, with the last of what was. */
    async typed() {
      // What was typed is told by the same way as this is asked, and so before it is answered.
      for (const { look } of pages) await look(WORLD, '0');
      return [...boxes].map(([key, text]) => [key.split(' ').at(-1), text]);
    },
    async found(only) {
      await sample(only);
      const there = before.join('\n');
      const words = [...typed, ...boxes.values()].flatMap(telling).filter((word) => !there.includes(word));
      const needles = new Set([CANARY, ...words].flatMap(looks));
      return [...SINKS, PRINT].flatMap((sink) => {
        const text = seen[sink].join('\n');
        const held = [...needles].filter((needle) => text.includes(needle));
        return held.length === 0 ? [] : [`${sink} holds a person's words: ${held.join(', ')}`];
      });
    },
  };
}
