// What a person sees when the program broke: plain words, what they said, and where to turn. It needs nothing of the WebAssembly.

/** The words of this screen, as `www/words/en.json` has them. */
const BROKE = __BROKE__;

/** What is here of each widget, piece by piece, as the program writes it down. It goes when the element goes. */
const journals = new WeakMap();

/** What was said in boxes and is in no piece yet, by the name of the box: what was asked, and the words. */
const unsaid = new WeakMap();

/** Keeps a piece, and what can be read of it: what was asked, then by threes the box, what stands before the words, and the words. */
function noteWords(element, of, piece, told) {
  if (!journals.has(element)) journals.set(element, new Map());
  journals.get(element).set(of, { piece, told });
  for (let at = 1; at < told.length; at += 3) unsaid.get(element)?.delete(told[at]);
}

function dropNotes(element) {
  journals.delete(element);
  unsaid.delete(element);
}

/** What was noted, cannot be taken up again, and so stands there to read. Not in this call, which comes from the program. */
function showNotes(element) {
  queueMicrotask(() => element.rescue());
}

/** The pieces of one field of the saved form. */
const piecesOf = (element, field) => [...(journals.get(element) ?? [])].filter(([of]) => of.startsWith(`${field}/`)).map(([, { piece }]) => piece).join(',');

/** What was noted, joined: a saved session, what stands beside it, what stood in boxes, and where it was kept. Nothing where nothing was noted. */
function joined(element) {
  const of = (field) => piecesOf(element, field);
  if (!of('head')) return undefined;
  const lists = ['answers', 'notes', 'wordings', 'looked'].map((field) => `,"${field}":[${of(field)}]`);
  const flags = ['opened', 'kept_back'].map((field) => `,"${field}":{${of(field)}}`);
  const boxes = [...(unsaid.get(element) ?? [])].map(([name, { words }]) => [name, words]);
  return [`{${of('head')}${lists.join('')}${flags.join('')}}`, of('earlier'), of('brought'), boxes, of('kept')];
}

/** What was noted of a box. */
function notedOf(element, name) {
  for (const { told } of journals.get(element)?.values() ?? []) {
    for (let at = 1; at < told.length; at += 3) if (told[at] === name) return told[at + 2];
  }
  return '';
}

/** Takes note of what stands in the boxes now, where that is not what was noted last. */
function lookAtBoxes(element) {
  const root = element.shadowRoot;
  for (const box of root.querySelectorAll('textarea[part="words"]')) {
    const name = box.id.slice(box.id.indexOf('-') + 1);
    if (notedOf(element, name) === box.value) continue;
    const by = root.getElementById(box.getAttribute('aria-labelledby') ?? '') ?? box.labels[0];
    if (!unsaid.has(element)) unsaid.set(element, new Map());
    unsaid.get(element).set(name, { asked: by?.textContent ?? '', words: box.value });
  }
}

/** All that was said, each under what was asked. What a box held last takes the place of what was noted of it. */
function said(element) {
  const rest = new Map(unsaid.get(element));
  const all = [];
  for (const { told } of journals.get(element)?.values() ?? []) {
    const lines = [];
    for (let at = 1; at < told.length; at += 3) {
      const [box, before] = told.slice(at);
      const words = rest.get(box)?.words ?? told[at + 2];
      rest.delete(box);
      if (words.trim()) lines.push(before ? `${before}: ${words}` : words);
    }
    if (lines.length > 0) all.push([told[0], ...lines]);
  }
  for (const { asked, words } of rest.values()) if (words.trim()) all.push([asked, words]);
  return all.map((lines) => lines.filter(Boolean).join('\n')).join('\n\n');
}

/** The words of this screen in the language that was on it, where the host's file has them. */
function wordsOf(element) {
  // What was drawn may be gone by now.
  const shown = exits.get(element);
  let own;
  try {
    own = JSON.parse(texts.get(element.wordsAddress));
  } catch {
    // Without a file of words they are in English.
  }
  const isOwn = own?.['broke-title'];
  return { words: { ...BROKE, ...(isOwn ? own : {}) }, lang: (isOwn && shown?.lang) || 'en', dir: (isOwn && shown?.dir) || 'ltr' };
}

/** Asks before the page goes, as long as what stands there is nowhere else. */
const asks = (event) => {
  event.preventDefault();
  event.returnValue = '1';
};
const guarding = new Set();
function guardWords(element, on) {
  if (on) guarding.add(element);
  else guarding.delete(element);
  if (guarding.size > 0) addEventListener('beforeunload', asks);
  else removeEventListener('beforeunload', asks);
}

/** On a device that people take turns at nothing is left behind. */
const isKiosk = (element) => element.hasAttribute('kiosk') && element.getAttribute('kiosk').trim() !== 'off';

/** Draws the rescue screen into an element, with all that was said in it, or with that hidden. `carryOn` and `show` are asked for by a press; `isAgain` where carrying on was tried and broke. */
function rescue(element, { carryOn, show, isAgain, hadFocus, isHidden }) {
  const root = element.shadowRoot;
  const page = element.ownerDocument;
  const { words, lang, dir } = wordsOf(element);
  const add = (parent, name, look, text) => {
    const made = page.createElement(name);
    if (look) made.className = look;
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  };
  const box = page.createElement('div');
  Object.assign(box, { className: 'wm', lang, dir });
  box.part = 'root';
  const inside = add(box, 'div', 'page');
  const own = Number(element.getAttribute('heading'));
  const level = own >= 1 && own <= 6 ? own : 2;
  const heading = add(inside, `h${level}`, 'question', words['broke-title']);
  heading.tabIndex = -1;
  add(inside, 'p', '', words[isAgain ? 'broke-again' : 'broke-why']);
  const all = said(element);
  const ways = page.createElement('div');
  ways.className = 'ways';
  const way = (look, key, act) => {
    const made = add(ways, 'button', look, words[key]);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  };
  way('btn main', 'broke-carry-on', carryOn);
  if (all && isHidden) {
    add(inside, 'p', '', words['broke-hidden']);
    way('btn', 'broke-show', show);
  } else if (all) {
    // On a device that people take turns at nothing is left behind.
    const isShared = isKiosk(element);
    add(inside, 'p', '', isShared ? words['broke-words'] : `${words['broke-words']} ${words['broke-words-out']}`);
    const kept = add(add(inside, 'div', 'field'), 'textarea', 'words tall');
    kept.readOnly = true;
    kept.dir = 'auto';
    kept.autocomplete = 'off';
    kept.spellcheck = false;
    kept.setAttribute('aria-label', words['broke-box']);
    kept.value = all;
    // What is copied here is no key press of the host's.
    const done = (key) => {
      status.textContent = words[key];
      if (key !== 'broke-not-copied') guardWords(element, false);
    };
    if (!isShared) way('btn', 'broke-copy', () => copyText(all).then(() => done('broke-copied'), () => {
      kept.focus();
      kept.select();
      done('broke-not-copied');
    }));
    if (!isShared) way('btn', 'broke-download', () => {
      downloadText(page, all);
      done('broke-downloaded');
    });
  }
  if (exits.get(element)?.hearsShift) way('btn', 'broke-leave').dataset.leave = '';
  inside.append(ways);
  const status = add(inside, 'p', 'hint');
  status.setAttribute('role', 'status');
  add(inside, `h${Math.min(level + 1, 6)}`, 'label', words['broke-help']);
  for (const [when, who, number] of [['broke-danger', 'broke-999', '999'], ['broke-talk', 'broke-samaritans', '116123']]) {
    add(inside, 'p', 'turn-to', words[when]);
    add(add(inside, 'p', 'contacts'), 'a', '', words[who]).href = `tel:${number}`;
  }
  const slot = root.querySelector('slot:not([hidden])');
  root.replaceChildren(box, ...(slot ? [slot] : []));
  guardWords(element, Boolean(all));
  if (hadFocus) heading.focus();
}

/** Hands the words to the browser as a file of plain text. */
function downloadText(page, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = page.createElement('a');
  link.href = address;
  link.download = 'my-words.txt';
  link.click();
  // The browser has taken the file with the click, and the address would keep the words alive.
  URL.revokeObjectURL(address);
}
