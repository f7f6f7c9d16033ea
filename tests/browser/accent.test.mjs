// What `pkg-config/npm/accent.js` makes of a host's colour, for thousands of colours. How it looks on a page is in host-accent.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/tools.mjs';

const { accentStyle, contrast } = new Function(`${readFileSync(join(root, 'pkg-config/npm/accent.js'), 'utf8')}; return { accentStyle, contrast };`)();

/** The colours of the rules: fill, words on it and edge, in light and then in dark. */
const colours = (resolved) => [...accentStyle(resolved).matchAll(/rgb\((\d+),(\d+),(\d+)\)/g)].map(([, ...channels]) => channels.map(Number));

/** Paper and ink of each theme, as the style sheet has them. */
const tokens = readFileSync(join(root, 'src/widget/style/tokens.css'), 'utf8');
const token = (name) => [...tokens.matchAll(new RegExp(`--${name}: #(\\w{6});`, 'g'))].map(([, code]) => code.match(/../g).map((part) => parseInt(part, 16)));

test('words on any fill keep their contrast, and any fill has an edge, in light and in dark', () => {
  for (let step = 0; step < 4096; step += 1) {
    const [red, green, blue] = [8, 4, 0].map((shift) => ((step >> shift) & 15) * 17);
    const [light, lightWords, lightEdge, dark, darkWords, darkEdge] = colours(`rgb(${red}, ${green}, ${blue})`);
    assert.deepEqual(light, [red, green, blue]);
    for (const [fill, words, edge, paper] of [[light, lightWords, lightEdge, [0xfb, 0xf8, 0xf2]], [dark, darkWords, darkEdge, [0x14, 0x18, 0x1a]]]) {
      assert.ok(contrast(fill, words) >= 4.58, `${words} on ${fill}: ${contrast(fill, words)}`);
      assert.ok(contrast(edge, paper) >= 3, `${edge} round ${fill} on ${paper}`);
    }
  }
});

test('contrast is what the guidelines say it is', () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([119, 119, 119], [255, 255, 255]).toFixed(2), '4.48');
  assert.equal(contrast([255, 0, 0], [255, 255, 255]).toFixed(2), '4.00');
  assert.equal(contrast([10, 10, 10], [0, 0, 0]).toFixed(3), '1.061', 'the darkest are on a straight line');
});

test('what browsers resolve a colour to is read, and of anything else nothing is made', () => {
  const fill = (resolved) => colours(resolved)[0];
  assert.deepEqual(fill('rgb(29, 92, 87)'), [29, 92, 87]);
  assert.deepEqual(fill('rgba(29, 92, 87, 0.5)'), [29, 92, 87]);
  assert.deepEqual(fill('color(srgb 1 0.5 0)'), [255, 128, 0]);
  assert.deepEqual(fill('color(srgb 0.2 1e-05 1.4 / 0.5)'), [51, 0, 255]);
  for (const other of ['oklch(0.5 0.1 200)', 'color(srgb-linear 1 0 0)', 'color(display-p3 1 0 0)', 'color(srgb none 0 1)', 'rgb(1, 2)', 'red', '']) {
    assert.equal(accentStyle(other), undefined, other);
  }
});

test('the rules speak for light and dark, with the paper and the ink of the style sheet', () => {
  const yellow = accentStyle('rgb(255, 210, 0)');
  assert.ok(yellow.startsWith(':host{--wm-fill:rgb(255,210,0);--wm-on-fill:rgb(0,0,0);--wm-fill-edge:rgb(31,36,40)}'), yellow);
  assert.match(yellow, /@media \(prefers-color-scheme:dark\)\{:host\(:not\(\[theme="light"\]\)\)\{--wm-fill:rgb\(255,237,158\)/);
  assert.match(yellow, /:host\(\[theme="dark"\]\)\{--wm-fill:rgb\(255,237,158\)/);
  for (const [paper, ink] of [[[0xfb, 0xf8, 0xf2], [0x1f, 0x24, 0x28]], [[0x14, 0x18, 0x1a], [0xf0, 0xef, 0xec]]]) {
    assert.ok(token('paper').some((one) => `${one}` === `${paper}`), `paper ${paper}`);
    assert.ok(token('ink').some((one) => `${one}` === `${ink}`), `ink ${ink}`);
  }
});
