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
  const add = (parent, name, text) => {
    const made = page.createElement(name);
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  };
  const box = page.createElement('div');
  box.className = 'wm';
  const inside = add(box, 'div');
  inside.className = 'page';
  add(inside, 'h2', 'Something broke');
  add(inside, 'p', 'This is not your doing. These questions cannot go on until you load the page again.');
  if (words.length > 0) {
    add(inside, 'p', 'Your words are in the box below. You can copy them before you go.');
    const kept = add(inside, 'textarea');
    kept.className = 'words tall';
    kept.readOnly = true;
    kept.setAttribute('aria-label', 'Your words');
    kept.value = words.join('\n\n');
  }
  const help = add(inside, 'p', 'If someone is in danger now: ');
  add(help, 'a', 'call 999').href = 'tel:999';
  const talk = add(inside, 'p', 'To talk to someone, day or night: ');
  add(talk, 'a', 'call Samaritans on 116 123').href = 'tel:116123';
  element.shadowRoot.replaceChildren(box);
}
