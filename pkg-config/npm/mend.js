// What other hands change in what is drawn: a translator that sets text in elements of its own, an extension that hangs something in or takes something out.
// It may stay until something is drawn anew. Then it is put back first, since Yew holds on to the nodes that it made and breaks where they are gone.

/** What was changed under each shadow root since it was last drawn, in order. */
const hands = new WeakMap();

/** Looks from now on at what is changed under a shadow root. */
function watch(root) {
  if (hands.has(root)) return;
  try {
    const own = { root, changes: [], isOurs: false, isMended: false };
    own.observer = new MutationObserver((seen) => {
      if (own.isOurs) return;
      note(own, seen);
      // Without the heading nothing may be left to press, unless the page is left. Once, or it would go on for ever with a page that takes it out each time.
      if (own.isMended || !root.firstChild || root.querySelector('.question')) return;
      putBack(root);
      drawn(root);
      own.isMended = true;
    });
    own.observer.observe(root, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
    hands.set(root, own);
  } catch {
    // A page's own observer may throw; then what is changed stays so.
  }
}

/** Notes what was changed. What stands in the root itself goes when the page is left, and must never come back. A list's own functions may be the page's. */
function note({ root, changes }, seen) {
  for (const change of seen) if (change.target !== root) changes[changes.length] = change;
}

/** Undoes all of it, the last first, in the very call that draws: whoever changes it anew does so after. */
function putBack(node) {
  const own = hands.get(node.getRootNode());
  if (!own || own.isOurs) return;
  own.isOurs = true;
  note(own, own.observer.takeRecords());
  try {
    for (let at = own.changes.length - 1; at >= 0; at -= 1) undo(own.changes[at]);
  } catch {
    // What cannot be put back stays so. If that breaks the drawing, the words are still there to copy.
  }
  own.changes = [];
}

function undo({ type, target, oldValue, addedNodes, removedNodes, nextSibling }) {
  if (type === 'characterData') target.data = oldValue;
  for (const node of addedNodes) if (node.parentNode === target) target.removeChild(node);
  for (const node of removedNodes) target.insertBefore(node, nextSibling?.parentNode === target ? nextSibling : null);
}

/** What was changed from then until now is our own doing. */
function drawn(node) {
  const own = hands.get(node.getRootNode());
  if (!own) return;
  own.observer.takeRecords();
  own.isOurs = own.isMended = false;
}

/** Looks no more. */
function lookAway(root) {
  hands.get(root)?.observer.disconnect();
  hands.delete(root);
}
