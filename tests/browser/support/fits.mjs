// Looks for what does not fit. These run in the page.

/** What is cut, stands outside its box or lies on something else, with the element as wide as it is now. */
export function misfits() {
  const root = document.querySelector('what-matters').shadowRoot;
  const edge = root.querySelector('.wm').getBoundingClientRect();
  const wrong = [];
  const called = (element) => `${element.localName}.${element.getAttribute('class') ?? ''} “${element.textContent.trim().slice(0, 40)}”`;
  const pixels = (rect) => [rect.left, rect.top, rect.right, rect.bottom].map(Math.round).join(' ');
  const within = (inner, outer, up, out) =>
    inner.left >= outer.left - out - 0.6 && inner.right <= outer.right + out + 0.6 && inner.top >= outer.top - up && inner.bottom <= outer.bottom + up;
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth > clientWidth) wrong.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`);

  // What is only heard is one pixel large, and cut on purpose.
  const isSeen = (element) => element.checkVisibility() && !element.closest('.heard') && getComputedStyle(element.closest('.long') ?? element).clipPath === 'none';
  const seen = [...root.querySelectorAll('.wm *')].filter(isSeen);
  for (const element of seen) {
    const rect = element.getBoundingClientRect();
    if (rect.left < edge.left - 0.6 || rect.right > edge.right + 0.6) wrong.push(`outside the sheet: ${called(element)} ${pixels(rect)}`);
    const style = getComputedStyle(element);
    const isCut = (way) => style[`overflow${way}`] !== 'visible';
    if (element instanceof HTMLElement && isCut('X') && element.scrollWidth > element.clientWidth) wrong.push(`cut sideways: ${called(element)}`);
    // What scrolls down is not cut.
    if (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight) wrong.push(`cut below: ${called(element)}`);
  }

  const range = document.createRange();
  for (const element of seen) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      let box = element;
      while (getComputedStyle(box).display === 'inline') box = box.parentElement;
      range.selectNodeContents(node);
      // A face's own height may be a little more than its line's, and the space at a line's end hangs out where spaces are kept.
      const { fontSize, whiteSpaceCollapse } = getComputedStyle(element);
      const [up, out] = [parseFloat(fontSize) * 0.35, whiteSpaceCollapse === 'preserve' ? parseFloat(fontSize) * 0.4 : 0];
      for (const line of range.getClientRects()) {
        if (!within(line, box.getBoundingClientRect(), up, out)) wrong.push(`words outside their box: ${called(box)} ${pixels(line)}`);
      }
    }
  }

  // The notice and the drawer at the foot of the window lie on what scrolls under them.
  const drawer = root.querySelector('.beside');
  const onTop = drawer && getComputedStyle(drawer).position === 'sticky' ? '.notice, .beside' : '.notice';
  const targets = seen.filter((element) => element.matches('button, a, summary, textarea, label.choice, label.aside, label.covered, .question, .hint') && !element.closest(onTop));
  const boxes = targets.map((element) => [element, element.getBoundingClientRect()]);
  boxes.forEach(([one, a], at) => {
    for (const [other, b] of boxes.slice(at + 1)) {
      const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      if (overlap && !one.contains(other)) wrong.push(`one on the other: ${called(one)}, ${called(other)}`);
    }
  });
  return wrong;
}

/** What is too small to press: 24 px each way for all, 44 px of height for the buttons that say what to do. */
export function small() {
  const root = document.querySelector('what-matters').shadowRoot;
  const wrong = [];
  for (const element of root.querySelectorAll('.wm :is(button, a, summary, input, textarea)')) {
    // The first way out is out of sight until a key comes to it.
    if (!element.checkVisibility() || element.matches('.first a:not(:focus)')) continue;
    const { width, height } = element.getBoundingClientRect();
    const low = element.matches('.btn, .plain, .chip, .contacts a, .stages button, .covered input, summary, textarea, input[type=text]') ? 43.9 : 24;
    if (width < 24 || height < low) wrong.push(`too small: ${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}” ${width} x ${height}`);
  }
  return wrong;
}

/** What does not stand as in a mirror, where the words run from right to left. */
export function unmirrored() {
  const root = document.querySelector('what-matters').shadowRoot;
  const wrong = [];
  const rect = (element) => element.getBoundingClientRect();
  const called = (element) => `${element.localName}.${element.getAttribute('class') ?? ''} “${element.textContent.trim().slice(0, 40)}”`;
  const isBeside = (one, other) => Math.min(rect(one).bottom, rect(other).bottom) - Math.max(rect(one).top, rect(other).top) > 8;
  if (getComputedStyle(root.querySelector('.wm')).direction !== 'rtl') wrong.push('the sheet does not run from right to left');

  const range = document.createRange();
  for (const element of root.querySelectorAll('h2, .stage, .hint, .sub, .lead p, .points li, .small, summary, .next, .cue dt, .cue dd, .by')) {
    if (!element.checkVisibility() || !element.textContent.trim()) continue;
    range.selectNodeContents(element);
    const right = Math.max(...[...range.getClientRects()].map((line) => line.right));
    if (Math.abs(rect(element).right - right) > 24) wrong.push(`does not begin at the right: ${called(element)}`);
  }
  for (const row of root.querySelectorAll('.top, .top nav, .ways, .piles, .scale, .ends, .name, .choice, .aside, .entry, .share, .adds, .sheets, .bar, .marks, .acts, .signs')) {
    const parts = [...row.children].filter((element) => element.checkVisibility());
    parts.slice(1).forEach((part, at) => {
      if (isBeside(parts[at], part) && rect(parts[at]).left < rect(part).left) wrong.push(`not in order from the right: ${called(parts[at])}, ${called(part)}`);
    });
  }
  // English that stands among them still ends at its right with its full stop.
  for (const text of root.querySelectorAll('.help-lines p:first-child')) {
    const node = [...text.childNodes].findLast((node) => /^[ -~]+\w\.$/.test(node.data ?? ''));
    if (!node || !text.checkVisibility()) continue;
    const at = (from) => (range.setStart(node, from), range.setEnd(node, from + 1), range.getBoundingClientRect());
    if (at(node.length - 1).left < at(node.length - 2).left) wrong.push(`an end that stands before its words: ${called(text)}`);
  }
  for (const link of root.querySelectorAll('.contacts a')) {
    // Among letters that run from right to left a space would part a number, and put its end before its beginning.
    const runsOn = /[\u0590-\u08ff]/.test(link.textContent) && !/\d \d/.test(link.textContent);
    if (getComputedStyle(link).direction !== 'ltr' && !runsOn) wrong.push(`a number that runs backwards: ${called(link)}`);
  }
  return wrong;
}
