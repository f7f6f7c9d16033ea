// What a person sees when the WebAssembly broke: plain words, what they wrote, and where to turn. It needs nothing of the wasm.

/** Draws the rescue screen into a shadow root, with the words that still stand in its boxes. */
function rescue(root) {
  const boxes = [...root.querySelectorAll('textarea, input[type="text"], .said, blockquote')];
  const words = boxes.map((box) => box.value ?? box.textContent).filter((text) => text.trim());
  const page = root.ownerDocument;
  const add = (parent, name, text) => {
    const element = page.createElement(name);
    if (text) element.textContent = text;
    parent.append(element);
    return element;
  };
  const box = page.createElement('div');
  box.className = 'wm';
  const inside = add(box, 'div');
  inside.className = 'page';
  add(inside, 'h2', 'Something broke');
  add(inside, 'p', 'This is not your doing. These questions cannot go on until you load the page again.');
  if (words.length > 0) {
    add(inside, 'p', 'Your words on this screen are in the box below. You can copy them before you go.');
    const kept = add(inside, 'textarea');
    kept.readOnly = true;
    kept.setAttribute('aria-label', 'Your words');
    kept.value = words.join('\n\n');
  }
  const help = add(inside, 'p', 'If someone is in danger now: ');
  link(add(help, 'a', 'call 999'), 'tel:999');
  const talk = add(inside, 'p', 'To talk to someone, day or night: ');
  link(add(talk, 'a', 'call Samaritans on 116 123'), 'tel:116123');
  root.replaceChildren(box);
}

function link(element, address) {
  element.href = address;
}
