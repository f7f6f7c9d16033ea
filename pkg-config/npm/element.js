// The element. It is here before the WebAssembly is, and stays when that cannot run.

const TAG = 'what-matters';
const HERE = import.meta.url;

/** The attributes a host can set, with the property of each. `theme` speaks to the styles alone. */
const SETTINGS = {
  guide: 'guide', words: 'words', help: 'help', services: 'services', 'services-map': 'servicesMap', route: 'route', lang: 'lang', theme: 'theme', nation: 'nation',
  mode: 'mode', keys: 'keys', worker: 'worker', 'worker-name': 'workerName', minutes: 'minutes', receive: 'receive', keep: 'keep', 'keep-for': 'keepFor', leave: 'leave', exit: 'exit',
  idle: 'idle', kiosk: 'kiosk', age: 'age',
  heading: 'heading', expect: 'expect', afterwards: 'afterwards',
};
const ADDRESSES = new Set(['guide', 'words', 'help', 'services-map', 'exit']);

const HEARD = 'wm-heard';

/** Trouble that leaves what stands between the tags in place. */
class Trouble extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** What runs, shared by all widgets of the page. */
let running;
let loading;
/** Fetches and starts the WebAssembly once, however many widgets there are; and again after it broke, from what is here. */
function load() {
  loading ??= start();
  return loading;
}

let compiled;
async function start() {
  if (typeof WebAssembly !== 'object') throw new Trouble('no-webassembly', 'this browser cannot run WebAssembly');
  if (isTooOld()) throw new Trouble('too-old', 'this browser is older than those the widget is made for');
  try {
    compiled ??= await compile(await fetchWasm('__WASM_FILE__', '__WASM_INTEGRITY__'));
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw broken(error, 'the WebAssembly file cannot be read; was it sent whole?');
  }
  try {
    running = await begin(compiled, rescueAll);
  } catch (error) {
    throw broken(error, 'the WebAssembly file does not start in this browser');
  }
}

/** What broke, as the host is told. Safari compiles under any policy, and refuses what it compiled when it is to start. */
function broken(error, message) {
  if (!/content security policy|unsafe-eval|CSP/i.test(String(error))) return new Trouble('wasm-broken', message);
  return new Trouble('policy', "the page's policy does not allow WebAssembly: add 'wasm-unsafe-eval' to script-src");
}

/** Safari before 16.4 and Firefox before 101 give a shadow root no sheet that a policy cannot refuse. */
function isTooOld() {
  try {
    new CSSStyleSheet();
    return !document.adoptedStyleSheets;
  } catch {
    return true;
  }
}

/** The rest of the program, and what has to do with lists of services. */
const PARTS = [['__REST_FILE__', '__REST_INTEGRITY__'], ['__NEARBY_FILE__', '__NEARBY_INTEGRITY__']];
const compiledParts = [];
let parts = [];
/** Whether the rest is here, and with it the styles of a conversation. */
let hasRest = false;
/** Fetches a part of the program once, when it is wanted, and adds it to what runs. What failed may be asked for again. */
function fetchPart(at) {
  const { exports } = running;
  compiledParts[at] ??= fetchWasm(...PARTS[at]).then(compile);
  parts[at] ??= compiledParts[at]
    .then((module) => WebAssembly.instantiate(module, { a: exports }))
    .then(() => {
      if (running.exports !== exports) return;
      hasRest = true;
      for (const element of alive) element.dress();
    })
    .catch((trouble) => {
      compiledParts[at] = parts[at] = undefined;
      throw trouble;
    });
  return parts[at];
}

/** A program is larger than a guide, and there is something to read until it has come: it is waited for twice as long. */
async function fetchWasm(file, integrity) {
  const address = new URL(file, HERE);
  let answer;
  try {
    answer = await fetch(address, { integrity, credentials: 'same-origin', signal: AbortSignal.timeout(2 * PATIENCE) });
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

/** Sheets belong to a document: two shared by all widgets in it, the second once the rest is here, and one for each accent. */
const sheets = new WeakMap();
function shared(page) {
  if (!sheets.has(page)) sheets.set(page, [made(page, running.style())]);
  const own = sheets.get(page);
  if (hasRest) own[1] ??= made(page, running.laterStyle());
  return own;
}

function made(page, rules) {
  const own = new page.defaultView.CSSStyleSheet();
  own.replaceSync(rules);
  return own;
}

/** The widgets alive, so that each can show what to do when the program broke. */
const alive = new Set();
function rescueAll(program) {
  loading = undefined;
  parts = [];
  hasRest = false;
  isAgain = true;
  for (const element of [...alive]) element.rescue(program);
}

class WhatMatters extends HTMLElement {
  static observedAttributes = Object.keys(SETTINGS);

  #widget;
  #program;
  #slot;
  #guide;
  #services;
  #waiting;
  #stopped = false;
  #isRescued = false;
  /** Whether what had the focus last is in here. */
  #hadFocus = false;
  /** Whether it is carrying on after it broke, and did not break since. */
  #returns = false;
  #view = null;
  #gone = (event) => event.persisted || this.#detach();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    this.#slot = this.ownerDocument.createElement('slot');
    root.append(this.#slot);
    this.#listen();
    for (const name of Object.values(SETTINGS)) upgrade(this, name);
  }

  #listen() {
    const root = this.shadowRoot;
    root.addEventListener('keyup', inSight);
    for (const kind of TELLING) root.addEventListener(kind, keepTyping);
    hearPresses(root);
    root.addEventListener('click', hearLeave, true);
    for (const kind of ['focusin', 'focusout']) root.addEventListener(kind, () => (this.#hadFocus = kind === 'focusin'));
    root.addEventListener('dragover', (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault());
    root.addEventListener('drop', (event) => this.#drop(event));
    root.addEventListener(HEARD, (event) => event.preventDefault());
  }

  /** Whether anything is heard here still: a document that is written anew takes the listeners off all that stood in it. */
  #hears() {
    return !this.shadowRoot.dispatchEvent(new Event(HEARD, { cancelable: true }));
  }

  connectedCallback() {
    // It may have broken while this was off the page.
    if (this.#program?.hasEnded) this.rescue();
    if (this.#stopped || !this.#isSeen) return;
    if (this.#widget) return this.#attach();
    load().then(() => this.#begin()).catch((trouble) => this.#fail(trouble));
  }

  disconnectedCallback() {
    // A move takes the element off and puts it back in one go; only an element that stays off is taken down.
    queueMicrotask(() => {
      if (this.#isSeen) return;
      guardWords(this, false);
      this.#detach();
    });
  }

  /** A document without a window, as one is after its frame has gone, shows nothing. */
  get #isSeen() {
    return this.isConnected && this.ownerDocument.defaultView !== null;
  }

  adoptedCallback() {
    if (this.#widget) this.dress();
  }

  attributeChangedCallback() {
    if (!this.#widget || this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (this.#widget) this.#configure();
    });
  }

  /** Gives a guide as an object or as JSON text, in place of a file; null to go back to the file. */
  setGuide(guide) {
    this.#guide = guide === null || guide === undefined ? undefined : asText(guide);
    if (this.#widget) this.#give();
  }

  /** Gives services as an object, a list or JSON text, in place of lists at addresses; null to go back to those. */
  setServices(services) {
    this.#services = services === null || services === undefined ? undefined : asText(services);
    // In this order nothing is fetched that is not wanted any more.
    if (this.#services === undefined) this.#widget?.setServices('');
    if (this.#widget) this.#configure();
    this.#giveServices();
  }

  #giveServices() {
    if (this.#services !== undefined) this.#widget?.setServices(this.#services);
  }

  /** The summary the person gave to this page; null until they did. */
  summary() {
    const given = this.#widget?.summary();
    return given ? JSON.parse(given) : null;
  }

  /** Starts again from nothing. Every word is dropped. */
  restart() {
    if (this.#widget) return this.#widget.restart();
    dropNotes(this);
    if (this.#isRescued) this.#rescue(this.shadowRoot.activeElement);
  }

  /** Shows what the person wrote and where to turn, without the WebAssembly, after it broke. */
  rescue(program = this.#program) {
    if (this.#stopped) return;
    this.#stopped = true;
    // What broke may have taken off the page what had the focus, or what follows does.
    const hadFocus = this.shadowRoot.activeElement || (this.#hadFocus && this.ownerDocument.activeElement === this.ownerDocument.body);
    lookAtBoxes(this);
    alive.delete(this);
    if (this.#widget && !program.hasEnded) this.#detach();
    else lookAway(this.shadowRoot);
    this.#widget = this.#program = undefined;
    this.#rescue(hadFocus);
    const place = program?.place ? ` at ${program.place}` : '';
    tellTrouble(this, 'stopped', `something in the widget broke${place}; what the person wrote stands there, and they can carry on`, '[]');
  }

  #rescue(hadFocus, isHidden) {
    this.#isRescued = true;
    const show = () => {
      this.#rescue(true);
      watchIdle(this, 60 * Number(this.getAttribute('idle')));
    };
    rescue(this, { carryOn: () => this.#carryOn(), show, isAgain: this.#returns, hadFocus, isHidden });
  }

  /** What the program would have been told, while the screen stands that needs none. */
  #hear(what) {
    // Nothing comes back to a page that was left.
    if (what === 'left') this.#isRescued = false;
    else if (what === 'deleted' || (what === 'idle' && isKiosk(this))) this.restart();
    else if (what === 'idle' && this.#isRescued) this.#rescue(this.shadowRoot.activeElement, true);
  }

  /** Starts anew, with what was noted. It is tried when it is asked for, and never by itself. */
  async #carryOn() {
    try {
      await load();
    } catch {
      this.#returns = true;
      return this.#rescue(true);
    }
    if (!this.isConnected || !this.#stopped || !this.#isRescued) return;
    guardWords(this, false);
    this.#stopped = false;
    this.#returns = true;
    const root = this.shadowRoot;
    const hadFocus = root.activeElement !== null;
    root.replaceChildren(this.#slot);
    this.#begin();
    const noted = joined(this);
    if (noted && this.#widget) this.#widget.takeBack(JSON.stringify(noted));
    await onceDrawn();
    if (this.#stopped) return;
    this.#returns = false;
    if (hadFocus && !root.activeElement) root.querySelector('.question')?.focus();
  }

  /** A file that is dropped is opened; words that are dropped go where they were dropped. */
  #drop(event) {
    const file = event.dataTransfer?.files[0];
    if (!file || !this.#widget) return;
    event.preventDefault();
    readFile(file).then((text) => this.#widget?.open(text), () => this.#widget?.open());
  }

  #begin() {
    if (!this.#isSeen || this.#widget) return;
    alive.add(this);
    this.#program = running;
    this.#widget = new running.Widget(this);
    join(this, (what, seconds) => (this.#widget ? this.#widget.hear(what, seconds) : this.#hear(what)));
    for (const next of [() => this.#attach(), () => this.#give()]) if (this.#widget) next();
  }

  #give() {
    this.#configure();
    this.#giveServices();
    if (this.#guide !== undefined) this.#widget?.setGuide(this.#guide);
  }

  #attach() {
    if (!this.#hears()) this.#detach();
    alive.add(this);
    this.#watch(this.ownerDocument.defaultView);
    this.dress();
    this.#widget.attach(this.shadowRoot);
    watch(this.shadowRoot);
  }

  #detach() {
    if (!this.#widget) return;
    const isHeard = this.#hears();
    putBack(this.shadowRoot);
    lookAway(this.shadowRoot);
    this.#widget.detach(isHeard);
    if (!isHeard) this.#listen();
    alive.delete(this);
    this.#watch(null);
  }

  /** A frame or a window that goes takes no element off before: without this, what stood in it would be held on to for ever. */
  #watch(view) {
    this.#view?.removeEventListener('pagehide', this.#gone);
    this.#view = view === window ? null : view;
    this.#view?.addEventListener('pagehide', this.#gone);
  }

  #configure() {
    const options = {};
    for (const [attribute, property] of Object.entries(SETTINGS)) {
      // The one that is on by standing there alone.
      const value = this.getAttribute(attribute)?.trim() || (attribute === 'kiosk' && this.hasAttribute(attribute) && 'on');
      if (value) options[property] = ADDRESSES.has(attribute) ? resolved(value, this.ownerDocument.baseURI) : value;
    }
    if (this.#services !== undefined) delete options.services;
    // There may be several.
    else if (options.services) options.services = options.services.replace(/\S+\s*/g, (one) => `${resolved(one.trim(), this.ownerDocument.baseURI)} `);
    if (this.#guide !== undefined) delete options.guide;
    else options.guide ??= new URL('guides/first-conversation.json', HERE).href;
    this.dress();
    this.#widget.configure(options);
  }

  /** Where the host's own words of the interface are. */
  get wordsAddress() {
    const value = this.getAttribute('words')?.trim();
    return value && resolved(value, this.ownerDocument.baseURI);
  }

  /** Puts on the shared styles, and those that follow from the host's colour. */
  dress() {
    const root = this.shadowRoot;
    // A document without a window draws nothing.
    if (!this.ownerDocument.defaultView) return;
    const own = shared(this.ownerDocument);
    root.adoptedStyleSheets = own;
    if (!getComputedStyle(this).getPropertyValue('--wm-accent').trim()) return;
    const probe = this.ownerDocument.createElement('span');
    probe.style.setProperty('color', 'var(--wm-accent)');
    root.append(probe);
    const rules = accentStyle(getComputedStyle(probe).color);
    probe.remove();
    if (rules) root.adoptedStyleSheets = [...own, made(this.ownerDocument, rules)];
  }

  /** An element that was moved while it loaded began more than once; it tells its trouble once. */
  #fail(trouble) {
    if (this.#stopped) return;
    this.#stopped = true;
    tellTrouble(this, trouble.code ?? 'wasm-broken', `${trouble.message}. What stands between the tags stays`, '[]');
  }
}

/** A guide or services as text. What is neither text nor an object that JSON can hold has everything wrong with it. */
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

/** Events that leave a shadow root and tell which key, or which words. Among them one of old that Chromium still has, and words taken by the hand. */
const TELLING = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend',
  'paste', 'copy', 'cut', 'textInput', 'dragstart', 'dragend', 'drop',
];
/** Keys a host page may need from anywhere: closing what is open, moving on, and keys that write nothing by themselves. */
const PASSED_ON = new Set(['Escape', 'Tab', 'Shift']);

/**
 * What is typed or pasted in the widget stays in it, whether the program is broken or not: a host page's one-letter shortcuts do not hear
 * a person's words, and nothing that listens in on boxes reads them. One that listens on the way down hears it all the same.
 */
function keepTyping(event) {
  const isInBox = /^(textarea|input)$/.test(event.target.localName);
  const { key } = event;
  // Who types before they come to a box means the box. With Control held it is meant for the page.
  const isLetter = key?.length === 1 && !event.ctrlKey && !event.metaKey;
  const isStopped = key === undefined ? isInBox : isLetter || (isInBox && !PASSED_ON.has(key));
  if (isStopped) event.stopPropagation();
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
