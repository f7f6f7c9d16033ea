// The element. It is here before the WebAssembly is, and stays when that cannot run.

const TAG = 'what-matters';
const HERE = import.meta.url;

/** The attributes a host can set, with the property of each. `theme` speaks to the styles alone. */
const SETTINGS = {
  guide: 'guide', words: 'words', help: 'help', route: 'route', lang: 'lang', theme: 'theme', nation: 'nation',
  mode: 'mode', keys: 'keys', worker: 'worker', 'worker-name': 'workerName', minutes: 'minutes', receive: 'receive', leave: 'leave', exit: 'exit',
  idle: 'idle', kiosk: 'kiosk', age: 'age',
  heading: 'heading', expect: 'expect', afterwards: 'afterwards',
};
const ADDRESSES = ['guide', 'words', 'help', 'exit'];

/** Trouble that leaves what stands between the tags in place. */
class Trouble extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

let loading;
/** Fetches and starts the WebAssembly once, however many widgets there are. */
function load() {
  loading ??= start();
  return loading;
}

async function start() {
  if (typeof WebAssembly !== 'object') throw new Trouble('no-webassembly', 'this browser cannot run WebAssembly');
  const answer = await fetchWasm('__WASM_FILE__', '__WASM_INTEGRITY__');
  let module;
  try {
    module = await compile(answer);
  } catch (error) {
    if (/content security policy|unsafe-eval|CSP/i.test(String(error))) {
      throw new Trouble('policy', "the page's policy does not allow WebAssembly: add 'wasm-unsafe-eval' to script-src");
    }
    throw new Trouble('wasm-broken', 'the WebAssembly file cannot be read; was it sent whole?');
  }
  try {
    // The two functions of the glue that wire a module up; its own way of fetching one is left out when packed.
    __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
    onPanic(rescueAll);
  } catch {
    throw new Trouble('wasm-broken', 'the WebAssembly file does not start in this browser');
  }
}

let rest;
/** Fetches the rest of the program once, when the first screen stands, and adds it to what runs. What failed may be asked for again. */
function fetchRest() {
  rest ??= fetchWasm('__REST_FILE__', '__REST_INTEGRITY__')
    .then(compile)
    .then((module) => WebAssembly.instantiate(module, { a: wasm }))
    .catch((trouble) => {
      rest = undefined;
      throw trouble;
    });
  return rest;
}

async function fetchWasm(file, integrity) {
  const address = new URL(file, HERE);
  let answer;
  try {
    answer = await fetch(address, { integrity, credentials: 'same-origin' });
  } catch {
    throw new Trouble('wasm-missing', 'the WebAssembly file could not be fetched, or is not the one this script was packed with');
  }
  if (!answer.ok) throw new Trouble('wasm-missing', `the WebAssembly file answered with ${answer.status}`);
  return answer;
}

/** A server may send the file under a wrong media type; then it is compiled once it is here. */
async function compile(answer) {
  const isTyped = (answer.headers.get('content-type') ?? '').startsWith('application/wasm');
  if (isTyped && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** Sheets belong to a document: one shared by all widgets in it, and one for each accent. */
const sheets = new WeakMap();
function sheet(root) {
  const page = root.ownerDocument;
  if (!sheets.has(page)) sheets.set(page, made(page, style()));
  return sheets.get(page);
}

function made(page, rules) {
  const own = new page.defaultView.CSSStyleSheet();
  own.replaceSync(rules);
  return own;
}

/** The widgets alive, so that a panic can show each of them what to do. */
const alive = new Set();
function rescueAll() {
  for (const element of alive) element.rescue();
  alive.clear();
  loading = Promise.reject(new Trouble('stopped', 'something in the widget broke; load the page again'));
  loading.catch(() => {});
}

class WhatMatters extends HTMLElement {
  static observedAttributes = Object.keys(SETTINGS);

  #widget;
  #guide;
  #waiting;
  #stopped = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.append(this.ownerDocument.createElement('slot'));
    root.addEventListener('keyup', inSight);
    root.addEventListener('click', hearLeave, true);
    root.addEventListener('dragover', (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault());
    root.addEventListener('drop', (event) => this.#drop(event));
    for (const name of Object.values(SETTINGS)) upgrade(this, name);
  }

  connectedCallback() {
    if (this.#stopped) return;
    if (this.#widget) return this.#attach();
    load().then(() => this.#begin()).catch((trouble) => this.#fail(trouble));
  }

  disconnectedCallback() {
    // A move takes the element off and puts it back in one go; only an element that stays off is taken down.
    queueMicrotask(() => {
      if (!this.isConnected && this.#widget && !this.#stopped) {
        this.#widget.detach();
        alive.delete(this);
      }
    });
  }

  adoptedCallback() {
    if (this.#widget) this.#dress();
  }

  attributeChangedCallback() {
    if (!this.#widget || this.#waiting || this.#stopped) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#configure();
    });
  }

  /** Gives a guide as an object or as JSON text, in place of a file; null to go back to the file. */
  setGuide(guide) {
    this.#guide = guide === null || guide === undefined ? undefined : asText(guide);
    if (this.#widget) this.#give();
  }

  /** The summary the person gave to this page; null until they did. */
  summary() {
    const given = this.#widget?.summary();
    return given ? JSON.parse(given) : null;
  }

  /** Starts again from nothing. Every word is dropped. */
  restart() {
    this.#widget?.restart();
  }

  /** Shows what the person wrote and where to turn, without the WebAssembly, after it broke. */
  rescue() {
    this.#stopped = true;
    rescue(this);
    tellTrouble(this, 'stopped', 'something in the widget broke; what the person wrote stands there to copy', '[]');
  }

  /** A file that is dropped is opened; words that are dropped go where they were dropped. */
  #drop(event) {
    const file = event.dataTransfer?.files[0];
    if (!file || !this.#widget || this.#stopped) return;
    event.preventDefault();
    readFile(file).then((text) => this.#widget.open(text), () => this.#widget.open());
  }

  #begin() {
    if (!this.isConnected || this.#widget) return;
    this.#widget = new Widget(this);
    join(this, (what, seconds) => this.#widget.hear(what, seconds));
    this.#attach();
    this.#give();
  }

  #give() {
    this.#configure();
    if (this.#guide !== undefined) this.#widget.setGuide(this.#guide);
  }

  #attach() {
    alive.add(this);
    this.#dress();
    this.#widget.attach(this.shadowRoot);
  }

  #configure() {
    const options = {};
    for (const [attribute, property] of Object.entries(SETTINGS)) {
      // The one that is on by standing there alone.
      const value = this.getAttribute(attribute)?.trim() || (attribute === 'kiosk' && this.hasAttribute(attribute) && 'on');
      if (value) options[property] = ADDRESSES.includes(attribute) ? resolved(value, this.ownerDocument.baseURI) : value;
    }
    if (this.#guide !== undefined) delete options.guide;
    else options.guide ??= new URL('guides/first-conversation.json', HERE).href;
    this.#dress();
    this.#widget.configure(options);
  }

  /** Puts on the shared styles, and those that follow from the host's colour. */
  #dress() {
    const root = this.shadowRoot;
    // A document without a window draws nothing.
    if (!this.ownerDocument.defaultView) return;
    root.adoptedStyleSheets = [sheet(root)];
    if (!getComputedStyle(this).getPropertyValue('--wm-accent').trim()) return;
    const probe = this.ownerDocument.createElement('span');
    probe.style.setProperty('color', 'var(--wm-accent)');
    root.append(probe);
    const rules = accentStyle(getComputedStyle(probe).color);
    probe.remove();
    if (rules) root.adoptedStyleSheets = [sheet(root), made(this.ownerDocument, rules)];
  }

  /** An element that was moved while it loaded began more than once; it tells its trouble once. */
  #fail(trouble) {
    if (this.#stopped) return;
    this.#stopped = true;
    tellTrouble(this, trouble.code ?? 'wasm-broken', `${trouble.message}. What stands between the tags stays`, '[]');
  }
}

/** A guide as text. What is neither text nor an object that JSON can hold makes a guide with everything wrong. */
function asText(guide) {
  try {
    return typeof guide === 'string' ? guide : JSON.stringify(guide) ?? '';
  } catch {
    return '';
  }
}

/** An address as it is seen from the page. One that is none stays what it is: nothing can be fetched from there, nor gone to. */
function resolved(address, page) {
  try {
    return new URL(address, page).href;
  } catch {
    return `about:invalid#${address}`;
  }
}

/** Each setting is an attribute and a property of the same meaning. */
for (const [attribute, property] of Object.entries(SETTINGS)) {
  if (property === 'lang') continue;
  Object.defineProperty(WhatMatters.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

/** A browser scrolls to the caret of a box, which may leave half of the box below the window or under the notice. */
function inSight(event) {
  if (event.key === 'Tab') event.target.scrollIntoView({ block: 'nearest' });
}

/** A property set before the element was defined hides the one of the class; it is set again. */
function upgrade(element, property) {
  if (!Object.hasOwn(element, property)) return;
  const value = element[property];
  delete element[property];
  queueMicrotask(() => {
    element[property] = value;
  });
}

if (customElements.get(TAG)) {
  console.warn('<what-matters> was loaded twice on this page; the first one is used.');
} else {
  customElements.define(TAG, WhatMatters);
}

export { WhatMatters };
