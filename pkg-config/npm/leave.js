// *Leave this page*, and what every open tab of the site is told. All of it works in any state, even when the WebAssembly is broken.
// A page's own functions may throw: each step stands alone, and the next one does not need it.

/** What the widgets keep in the browser begins with this, and so are the tabs' channel and the events called. */
const OURS = 'what-matters';
/** Shift leaves the page when it is pressed this often, within so many milliseconds. */
const PRESSES = 3;
const WITHIN = 5_000;

function attempt(step) {
  try {
    step();
  } catch {
    // The next step does not need this one.
  }
}

/** The widgets there are, on the page or off it, each with its element and what it is told by. An element that is let go of is not held. */
const widgets = new Set();
const tellings = new WeakMap();
/** How each is left. */
const exits = new WeakMap();

/** A widget has begun. It hears that the page is left, or that everything was deleted elsewhere. */
function join(element, hear) {
  for (const one of widgets) if (!one.deref()) widgets.delete(one);
  // One that broke begins again.
  if (!tellings.has(element)) widgets.add(new WeakRef(element));
  tellings.set(element, hear);
}

/** Does something with each widget there is. One that throws stops no other. */
function eachWidget(act) {
  for (const one of widgets) {
    const element = one.deref();
    if (element) attempt(() => act(element));
  }
}

/** Takes a widget's own way of being left, told whenever it changes: where to, whether Shift counts, and the words for it in their language. */
function readyToLeave(element, exit, hearsShift, lang, isRightToLeft, stays, still, once, twice) {
  exits.set(element, { exit, hearsShift, lang, dir: isRightToLeft ? 'rtl' : 'ltr', stays, said: [still, once, twice] });
}

/** Other tabs of the site. A browser may have no such thing, or forbid it. */
let tabs;
attempt(() => {
  tabs = new BroadcastChannel(OURS);
  tabs.onmessage = ({ data }) => {
    if (data === 'left') leavePage(undefined, undefined, true);
    if (data === 'deleted') eachWidget((element) => tellings.get(element)('deleted'));
  };
});

/** Takes away all that the widgets kept in the browser. */
function wipeKept() {
  for (const place of ['sessionStorage', 'localStorage']) {
    attempt(() => {
      const store = window[place];
      for (const key of Object.keys(store)) if (key.startsWith(`${OURS}:`)) attempt(() => store.removeItem(key));
    });
  }
}

/** Everything was deleted in one widget: what was kept goes, and every other widget forgets, on this page and in every tab. */
function deletedHere(element) {
  wipeKept();
  eachWidget((other) => other !== element && tellings.get(other)('deleted'));
  attempt(() => tabs.postMessage('deleted'));
}

/** A window that the summary was opened in to be printed from. */
let printing;
function printsIn(opened) {
  printing = opened;
}

let isLeaving = false;
let hasLeft = false;

/** Leaves the page, in every tab of the site. What can be seen goes first. The element is the one it was pressed in; without one, another tab was left. */
function leavePage(element, address, isTold) {
  let first = element;
  eachWidget((one) => (first ??= one));
  if (isLeaving || !first) return;
  isLeaving = true;
  eachWidget(blank);
  attempt(() => document.documentElement.style.setProperty('display', 'none', 'important'));
  attempt(() => document.getElementById(`${OURS}-print`)?.remove());
  attempt(() => printing?.close());
  hasLeft = true;
  for (const name of ['window', 'top']) attempt(() => (window[name].onbeforeunload = null));
  eachWidget((one) => tellings.get(one)('left'));
  eachWidget(dropNotes);
  wipeKept();
  if (!isTold) attempt(() => tabs.postMessage('left'));
  attempt(() => goAway(address ?? exits.get(first)?.exit ?? 'about:blank'));
  isLeaving = false;
}

/** Empties a widget, by one way or another. */
function blank(element) {
  const root = element.shadowRoot;
  attempt(() => root.replaceChildren());
  attempt(() => {
    for (const child of [...root.childNodes]) child.remove();
  });
  if (root.firstChild) element.style.setProperty('display', 'none', 'important');
}

/** Replaces the page, so that *Back* does not return to it. Without a connection it goes to a blank one, and not to the browser's own page of what went wrong. */
function goAway(address) {
  const blankPage = 'about:blank';
  let to = address;
  attempt(() => navigator.onLine || (to = blankPage));
  for (const one of [to, blankPage]) {
    try {
      top.location.replace(one);
      return;
    } catch {
      // A frame may not be let move the page it stands in.
    }
  }
  attempt(() => document.documentElement.style.removeProperty('display'));
  eachWidget(stay);
}

/** Says that this page could not be replaced, where a widget stood. */
function stay(element) {
  const { lang, dir, stays } = exits.get(element);
  const made = (name, more) => Object.assign(element.ownerDocument.createElement(name), more);
  const box = made('div', { className: 'wm', lang, dir });
  const inside = made('div', { className: 'page' });
  const sentence = made('p', { className: 'question', textContent: stays, tabIndex: -1 });
  inside.append(sentence);
  box.append(inside);
  element.shadowRoot.replaceChildren(box);
  sentence.focus();
}

/** A page that is left asks nothing before it goes. Only a listener that the host added before this script came can still ask. */
addEventListener('beforeunload', (event) => hasLeft && event.stopImmediatePropagation(), true);

/** When Shift was pressed alone, and whether it is held alone now. */
let presses = [];
let isAlone = false;
let ending;

function hearKey(event) {
  const isShift = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
  if (event.type === 'keydown') {
    if (isShift && event.repeat) return;
    isAlone = isShift;
    // Who writes presses Shift as well: any other key begins the count anew.
    if (!isShift) end();
  } else if (isShift && isAlone) {
    isAlone = false;
    count(event.timeStamp);
  }
}

function count(now) {
  let heard;
  eachWidget((element) => element.isConnected && exits.get(element)?.hearsShift && (heard ??= element));
  presses = presses.filter((then) => now - then <= WITHIN);
  if (!heard) return;
  presses.push(now);
  clearTimeout(ending);
  if (presses.length >= PRESSES) {
    presses = [];
    leavePage(heard);
  } else {
    show(presses.length);
    ending = setTimeout(end, WITHIN);
  }
}

/** The count is over, and the page is still here. */
function end() {
  if (presses.length === 0) return;
  presses = [];
  clearTimeout(ending);
  show(0);
}

/** Shows how often Shift was pressed, as dots and in words. */
function show(pressed) {
  eachWidget((element) => {
    const cue = element.shadowRoot.querySelector('.shifts');
    if (!cue) return;
    cue.dataset.pressed = pressed;
    cue.querySelector('[role]').textContent = exits.get(element).said[pressed];
    drawn(element.shadowRoot);
  });
}

addEventListener('keydown', hearKey, true);
addEventListener('keyup', hearKey, true);
addEventListener('pointerdown', () => (isAlone = false), true);

/** The button and the link are heard here before anyone else, so that they need nothing but this. */
function hearLeave(event) {
  const pressed = event.target.closest?.('[data-leave]');
  if (!pressed) return;
  event.preventDefault();
  leavePage(event.currentTarget.host);
}
