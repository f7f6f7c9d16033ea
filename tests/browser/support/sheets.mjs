// Style sheets as host pages have them, written for these tests. The element stands in `.entry-content`, that in `#outer`, on a page of 480 px.

/** What comes down to every element from those round it. */
const INHERITED = `letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase; line-height: 0.8; text-indent: 2em; text-align: center; white-space: nowrap;
  font: italic small-caps 700 30px/0.8 monospace; color: red; cursor: none; list-style: square inside; text-shadow: 0 0 4px red; -webkit-text-fill-color: red; -webkit-text-stroke: 2px red;
  hyphens: auto; tab-size: 20; quotes: none; border-collapse: collapse; border-spacing: 9px; caption-side: bottom; empty-cells: hide; font-variant: small-caps; font-feature-settings: "smcp";
  font-kerning: none; font-stretch: condensed; font-size-adjust: 0.9; word-break: break-all; overflow-wrap: normal; line-break: anywhere; text-align-last: right; text-justify: none;
  text-underline-position: under; text-emphasis: dot red; caret-color: transparent; accent-color: red; color-scheme: dark; image-rendering: pixelated; orphans: 9; widows: 9; fill: red; stroke: red;
  -webkit-text-security: disc; -webkit-user-modify: read-only; text-rendering: geometricPrecision; text-wrap: nowrap; forced-color-adjust: none; scrollbar-color: red red; -webkit-locale: "tr"; user-select: none; -webkit-user-select: none; interactivity: auto`;

/** The layout inside is what it is on a plain page as wide. `turned` is where boxes stand askew. */
export const SAME = {
  'a reset as in Bootstrap': {
    rules: `*, ::before, ::after { box-sizing: border-box } :root { font-size: 16px; scroll-behavior: smooth } body { margin: 0; font: 400 1rem/1.5 sans-serif; color: #222; background: #fff; -webkit-text-size-adjust: 100%; -webkit-tap-highlight-color: transparent }
      h1, h2, h3, p, ul, ol, dl, fieldset, legend, label { margin: 0 0 0.5rem; padding: 0; border: 0 } legend { float: left; width: 100% } label { display: inline-block } summary { display: list-item }
      button, input, textarea { margin: 0; font: inherit; border-radius: 0 } button { text-transform: none; -webkit-appearance: button } a { color: #06f } svg { vertical-align: middle } [role=button] { cursor: pointer } [hidden] { display: none !important }`,
  },
  'a reset as in Tailwind': {
    rules: `@layer base { *, ::before, ::after, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid } html { line-height: 1.5; tab-size: 4; font-family: sans-serif }
      h1, h2, h3 { font-size: inherit; font-weight: inherit } a { color: inherit; text-decoration: inherit } ol, ul { list-style: none } img, svg { display: block; vertical-align: middle; max-width: 100% }
      button, input, textarea { font: inherit; color: inherit; background-color: transparent; opacity: 1 } textarea { resize: vertical } [hidden] { display: none !important } }`,
  },
  'a theme as in WordPress': {
    rules: `.entry-content { line-height: 1.8; font-size: 1.25rem } .entry-content > * { max-width: 420px; margin: 2rem auto !important } .entry-content p, .entry-content li { margin-bottom: 1.5em; font-family: serif }
      .entry-content a { text-decoration: underline; box-shadow: inset 0 -1px 0 currentColor } button, input[type=submit] { background: #cd2653; color: #fff; text-transform: uppercase; letter-spacing: 0.033em; padding: 1.1em 1.44em; border: none }
      textarea { width: 100%; border: 1px solid #dcd7ca } ::selection { background: red; color: red } :focus { outline: none !important }`,
  },
  'everything unset, in earnest': { rules: 'head, script { display: none !important } * { all: unset !important }' },
  'everything unset, in a layer, in earnest': { rules: '@layer reset { head, script { display: none !important } * { all: unset !important } }' },
  'everything reverted': { rules: '* { all: revert !important }' },
  'all that is handed down, on the body': { rules: `body { ${INHERITED} }` },
  'all that is handed down, on everything, in earnest': { rules: `* { ${INHERITED.replaceAll(';', ' !important;')} !important }` },
  'a page turned, made smaller and blurred': { rules: '#outer { transform: rotate(2deg) scale(0.5); filter: blur(1px) hue-rotate(90deg); perspective: 9px; will-change: transform; backdrop-filter: blur(1px) }', turned: true },
  'a root of 62.5 %': { rules: 'html { font-size: 62.5% } body { font-size: 1.6rem }' },
  'a root of 200 %': { rules: 'html { font-size: 200% } body { font-size: 1em }' },
  'a page from right to left': { rules: 'html, body, #outer, what-matters { direction: rtl !important; unicode-bidi: bidi-override !important }' },
  'a cookie banner over everything': { rules: '#overlay { display: block; position: fixed; inset: 0; z-index: 2147483647; background: red } * { z-index: 2147483647 } what-matters { position: relative; z-index: -1 }' },
  'a small phone': { rules: 'body { width: 320px; min-width: 320px }' },
  'everything moving': {
    rules: `@keyframes all { from { letter-spacing: 2em; opacity: 0; font-size: 50px } to { letter-spacing: 3em; opacity: 0.1; font-size: 90px; color: red } }
      *, ::before, ::after { animation: all 10s infinite alternate !important; transition: all 10s !important }`,
  },
  'columns wide enough': { rules: 'body { columns: 2 400px; column-gap: 0; width: 960px }' },
  'everything contained': { rules: '#outer, .entry-content { contain: layout paint style; container: wm / inline-size; content-visibility: visible; isolation: isolate } what-matters { contain: content; container: wm / inline-size }' },
  'everything floating': { rules: '#outer, .entry-content, what-matters { float: left; width: 470px } * { clear: both }' },
  'everything a row': { rules: 'body, #outer, .entry-content { display: flex; align-items: center; gap: 9px } .entry-content > *, #outer > *, body > * { flex: 1 1 0; min-width: 0 } body { text-align: center }' },
  'everything a grid': { rules: 'body, #outer, .entry-content { display: grid; grid-template-columns: minmax(0, 1fr); place-items: stretch; justify-items: stretch } what-matters { display: grid; grid-auto-flow: column }' },
  'buttons hidden, in earnest': { rules: 'button, input, textarea, h2, label, svg, summary, [role=status], .btn, .main, .wm, .screen, .top { display: none !important }' },
  'rules that mean the inside': { rules: ':host { display: none !important } :host(what-matters) { color: red } what-matters * { display: none !important } ::slotted(*) { display: none !important } what-matters .wm, what-matters > div { display: none !important } what-matters:not(:defined) { display: none }' },
  'names of our own': { rules: ':root, body, what-matters { --ink: red; --paper: red; --sheet: red; --soft: red; --edge: red; --hair: red; --fill: red; --on-fill: red; --fill-edge: red; --tint: red; --sans: monospace; --book: monospace } * { --ink: red !important; --sans: monospace !important }' },
  'forced colours, refused': { rules: '* { forced-color-adjust: none !important; color: red !important; background: red !important; border: 3px solid red !important }', media: { forcedColors: 'active' } },
  'a sheet for paper that hides everything': { rules: '@media print { * { display: none !important; color: transparent !important } }' },
  'a page from top to bottom': { rules: 'body { writing-mode: vertical-rl; text-orientation: upright; text-combine-upright: all }' },
  'a first letter and a first line': { rules: '*::first-letter { font-size: 90px !important; color: red !important; float: left !important } *::first-line { text-transform: uppercase !important; font-size: 40px !important } *::before, *::after { content: "x" !important } *::marker { content: "x" !important }' },
};

/** What a host does to the element itself, or to all of its page: a person sees nothing of it, and nothing is lost. It is the host's right, and written down in the readme. */
export const UNSEEN = {
  'everything not displayed': '* { display: none }',
  'the element not displayed, in earnest': 'what-matters { display: none !important }',
  'everything hidden': '* { visibility: hidden !important }',
  'a page that does not scroll, and a parent of no height': 'html, body { overflow: hidden; height: 100%; max-height: 100% } #outer { overflow: hidden; height: 0; max-height: 0 }',
  'a parent that is not drawn': '#outer { content-visibility: hidden }',
  'a banner of the highest layer over everything': '#overlay { display: block !important; position: fixed; inset: 0; z-index: 2147483647; background: white }',
};
