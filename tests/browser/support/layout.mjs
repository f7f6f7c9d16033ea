// Holds the layout inside the element on one page against that on another.

/** Puts in the page what dresses it and measures. It runs in the browser. */
export function measures() {
  const { shadowRoot } = document.querySelector('what-matters');
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  const plain = 'body { margin: 0 }';
  const called = (one) => `${one.localName}.${one.getAttribute('class') ?? ''} “${one.textContent.trim().slice(0, 20)}”`;
  // Where something is put on the window is not where it is in the sheet, and its box is looked at.
  const isPlace = (name) => /^(inset|left|right|top|bottom)/.test(name);
  /** Every element that is drawn, with its box from the corner of the sheet, and every style of one of each kind. */
  const picture = () => {
    const root = shadowRoot.querySelector('.wm');
    const from = root.getBoundingClientRect();
    const kinds = new Set();
    const drawn = [root, ...root.querySelectorAll('*')].filter((one) => one.getClientRects().length > 0);
    return drawn.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const styles = [];
      const kind = `${one.parentElement?.className} ${one.localName} ${one.className} ${one.type ?? ''}`;
      if (!kinds.has(kind)) {
        kinds.add(kind);
        for (const part of [null, '::before', '::after', '::marker', '::placeholder']) {
          const computed = getComputedStyle(one, part);
          if (part?.endsWith('r') ? !one.matches(part === '::marker' ? 'li, summary' : 'textarea') : part && computed.content === 'none') continue;
          for (const name of computed) if (!isPlace(name)) styles.push([part ?? '', name, computed.getPropertyValue(name)]);
        }
      }
      // What sticks to the window stands where the window ends.
      const sticky = one.closest('.notice, .asked');
      const isStuck = sticky && getComputedStyle(sticky).position === 'sticky';
      return { name: called(one), box: [isStuck ? 0 : left - from.left, isStuck ? 0 : top - from.top, width, height], styles };
    });
  };
  // They hold words, so no name of the page leads to them.
  const pictures = {};
  window.dress = (rules) => sheet.replaceSync(`${plain} ${rules}`);
  window.apart = (rules, isTurned) => {
    window.dress(rules);
    const root = shadowRoot.querySelector('.wm');
    const now = picture();
    const width = root.offsetWidth;
    const plainly = `${width} ${matchMedia('(forced-colors: active)').matches}`;
    window.dress(`what-matters { width: ${width}px }`);
    const then = (pictures[plainly] ??= picture());
    window.dress('');
    const wrong = [];
    if (now.length !== then.length) wrong.push(`${now.length} elements for ${then.length}`);
    else now.forEach(({ name, box, styles }, at) => {
      const other = then[at];
      if (!isTurned && box.some((length, side) => Math.abs(length - other.box[side]) > 0.1)) wrong.push(`${name}: ${box} for ${other.box}`);
      styles.forEach(([part, property, value], nth) => value !== other.styles[nth]?.[2] && wrong.push(`${name}${part}: ${property}: ${value} for ${other.styles[nth]?.[2]}`));
    });
    return { width, wrong };
  };
}
