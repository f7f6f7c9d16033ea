// What a person sees when the WebAssembly broke: plain words, what they wrote, and where to turn. It needs nothing of the wasm.

/** What was written in each widget, box by box, in the order of writing. It goes when the element goes. */
const notes = new WeakMap();

/** Keeps what a box holds now; empty words take the note away. */
function noteWords(element, box, asked, words) {
  if (!notes.has(element)) notes.set(element, new Map());
  const own = notes.get(element);
  if (words.trim()) own.set(box, `${asked}\n${words}`);
  else own.delete(box);
}

function dropNotes(element) {
  notes.delete(element);
}

/** Draws the rescue screen into an element, with the words noted in it. */
function rescue(element) {
  const words = [...(notes.get(element)?.values() ?? [])];
  const page = element.ownerDocument;
  const add = (parent, name, look, text) => {
    const made = page.createElement(name);
    made.className = look;
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  };
  const box = page.createElement('div');
  box.className = 'wm';
  box.lang = 'en';
  box.dir = 'ltr';
  const inside = add(box, 'div', 'page');
  const heading = add(inside, 'h2', 'question', 'Something broke');
  heading.tabIndex = -1;
  add(inside, 'p', '', 'This is not your doing. These questions cannot go on until you load the page again.');
  if (words.length > 0) {
    add(inside, 'p', '', 'Your words are in the box below. You can copy them before you go.');
    const kept = add(inside, 'textarea', 'words tall');
    kept.readOnly = true;
    kept.setAttribute('aria-label', 'Your words');
    kept.value = words.join('\n\n');
  }
  const call = (when, who, number) => {
    add(inside, 'p', '', when);
    add(add(inside, 'p', 'contacts'), 'a', '', who).href = `tel:${number}`;
  };
  call('If someone is in danger now:', 'Call 999', '999');
  call('To talk to someone, day or night:', 'Call Samaritans on 116 123', '116123');
  const root = element.shadowRoot;
  const hadFocus = root.activeElement !== null;
  root.replaceChildren(box);
  if (hadFocus) heading.focus();
}
