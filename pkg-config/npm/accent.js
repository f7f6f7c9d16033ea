// The host's colour, made into fills that keep their contrast whatever it is (WCAG 2.2, 1.4.3 and 1.4.11).

/** The paper and the ink around the fill, as in `src/widget/style/tokens.css`. */
const LIGHT = [[0xfb, 0xf8, 0xf2], [0x1f, 0x24, 0x28]];
const DARK = [[0x14, 0x18, 0x1a], [0xf0, 0xef, 0xec]];
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];
/** How much white goes into the colour in the dark, in hundredths. */
const LIFT = 62;

/** The three channels of a colour, each of them changed. A list's own functions may be the page's. */
const changed = ([red, green, blue], change) => [change(red), change(green), change(blue)];

/** The rules for a colour as the browser resolved it, `rgb(…)` or `color(srgb …)`; nothing for another. */
function accentStyle(resolved) {
  const [, kind, inside] = /^(rgba?\(|color\(srgb )(.*)\)$/.exec(resolved) ?? [];
  if (!kind) return;
  const most = kind === 'color(srgb ' ? 255 : 1;
  const accent = changed(inside.split(/[ ,/]+/), (part) => Math.max(0, Math.min(255, Math.round(part * most))));
  const [red, green, blue] = accent;
  // A channel can be missing, or `none`.
  if (isNaN(red + green + blue)) return;
  const dark = rules(changed(accent, (channel) => Math.floor((channel * (100 - LIFT) + 255 * LIFT) / 100)), DARK);
  return `:host{${rules(accent, LIGHT)}}@media (prefers-color-scheme:dark){:host(:not([theme="light"])){${dark}}}:host([theme="dark"]){${dark}}`;
}

/** What goes on a fill, and round it, so that both can be seen. */
function rules(fill, [paper, ink]) {
  const onFill = contrast(fill, BLACK) >= contrast(fill, WHITE) ? BLACK : WHITE;
  const edge = contrast(fill, paper) < 3 ? ink : fill;
  return `--wm-fill:${css(fill)};--wm-on-fill:${css(onFill)};--wm-fill-edge:${css(edge)}`;
}

const css = ([red, green, blue]) => `rgb(${red},${green},${blue})`;

/** How light a colour is, 0 to 1 (WCAG 2.2, relative luminance). */
function luminance(colour) {
  const [red, green, blue] = changed(colour, (channel) => {
    const part = channel / 255;
    return part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21 (WCAG 2.2, contrast ratio). */
function contrast(one, other) {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
