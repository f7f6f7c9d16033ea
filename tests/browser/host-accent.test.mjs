// A host's colour is the colour of the filled button, and the words on it can be read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { script } from './support/host.mjs';
import { open } from './support/open.mjs';

const ACCENTS = { yellow: '#ffd200', navy: '#0b2545', grey: '#767676', white: '#ffffff' };
const page = (accent) => host(`<style>what-matters { --wm-accent: ${accent} }</style>${element()}`);

let accent = '';
let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve((path) => path === '/host.html' ? page(accent) : undefined)])));
after(() => Promise.all([browser?.close(), server?.close()]));

/** The three channels of a colour, as a browser tells it. */
const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);

/** WCAG 2.2, contrast ratio. */
function contrast(one, other) {
  const light = (colour) => {
    const [r, g, b] = colour.map((channel) => channel / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colours of the filled button, and of the sheet it stands on. */
const looks = (page) =>
  page.getByRole('button', { name: words.start, exact: true }).evaluate((button) => {
    const { backgroundColor, borderTopColor, color } = getComputedStyle(button);
    return { fill: backgroundColor, edge: borderTopColor, words: color, paper: getComputedStyle(button.closest('.wm')).backgroundColor };
  });

const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

for (const [name, code] of Object.entries(ACCENTS)) {
  test(`the words on a ${name} button are black or white, whichever is read better, in light and in dark`, async () => {
    accent = code;
    const rgb = code.match(/\w\w/g).map((part) => parseInt(part, 16));
    for (const [device, theme] of [['light', 'auto'], ['dark', 'auto'], ['light', 'dark'], ['dark', 'light']]) {
      const { page, done } = await open(browser, server, '/host.html', { context: { colorScheme: device, reducedMotion: 'reduce' } });
      await script(page, (element, theme) => (element.theme = theme), theme);
      const seen = await looks(page);
      const [fill, on, edge, paper] = [seen.fill, seen.words, seen.edge, seen.paper].map(channels);
      const isDark = theme === 'dark' || (theme === 'auto' && device === 'dark');
      // In the dark there is white in it, so that it stands out.
      const wanted = isDark ? rgb.map((channel) => Math.floor((channel * 38 + 255 * 62) / 100)) : rgb;
      const where = `${device}, ${theme}: ${JSON.stringify(seen)}`;
      assert.deepEqual(fill, wanted, where);
      assert.deepEqual(on, contrast(fill, BLACK) >= contrast(fill, WHITE) ? BLACK : WHITE, where);
      assert.ok(contrast(fill, on) >= 4.5, where);
      assert.ok(contrast(edge, paper) >= 3, where);
      await done();
    }
  });
}

test('without a colour of the host the button is ours, and its words can be read', async () => {
  accent = '';
  for (const [device, fill] of [['light', [29, 92, 87]], ['dark', [165, 190, 188]]]) {
    const { page, done } = await open(browser, server, '/host.html', { context: { colorScheme: device } });
    const seen = await looks(page);
    assert.deepEqual(channels(seen.fill), fill);
    assert.ok(contrast(fill, channels(seen.words)) >= 4.5);
    await done();
  }
});
