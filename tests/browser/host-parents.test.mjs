// Whatever a host's page puts it in, it is as wide as it needs to be, and no wider than there is room.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { onward, press } from './support/walk.mjs';

const style = (rules) => (inside) => `<div style="${rules}">${inside}</div>`;
const PARENTS = {
  'a row': style('display: flex'),
  'a column that is centred': style('display: flex; flex-direction: column; align-items: center'),
  'a grid that is centred': style('display: grid; justify-items: center'),
  'something that floats': style('float: left'),
  'a block in a line': style('display: inline-block'),
  'something fixed to the window': style('position: fixed; inset-block-start: 0; inset-inline-start: 0; max-block-size: 100vh; overflow: auto'),
  'a table': (inside) => `<table><tr><td style="padding: 0">${inside}</td></tr></table>`,
  'a dialog': (inside) => `<dialog open>${inside}</dialog>`,
};
const NAMES = Object.keys(PARENTS);

let browser, server;
const change = (path) => {
  const parent = PARENTS[NAMES[path.match(/^\/in-(\d)\.html$/)?.[1]]];
  return parent && host(`<style>body { margin: 0 } table { border-spacing: 0 }</style>${parent(element())}`);
};
before(async () => ([browser, server] = await Promise.all([chromium(), serve(change)])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const [at, name] of NAMES.entries()) {
  test(`in ${name} it is wide enough to use, and fits a small phone`, async () => {
    const { page, done } = await open(browser, server, `/in-${at}.html`);
    const widths = () =>
      page.evaluate(() => {
        const element = document.querySelector('what-matters');
        const { width, left, right } = element.shadowRoot.querySelector('.wm').getBoundingClientRect();
        const { clientWidth, scrollWidth } = document.documentElement;
        const parent = element.parentElement.getBoundingClientRect();
        return { width, over: scrollWidth - clientWidth, isInside: left >= parent.left && right <= parent.right && left >= 0 && right <= clientWidth };
      });
    const fits = async (where) => {
      const { width, over, isInside } = await widths();
      assert.ok(width >= 280, `${where}: ${width} px wide`);
      assert.equal(over, 0, `${where}: the page scrolls sideways by ${over} px`);
      assert.ok(isInside, `${where}: it stands out of what it is in`);
    };
    await fits('in a wide window');
    await page.setViewportSize({ width: 320, height: 568 });
    await fits('on a small phone');
    await onward(page, () => press(page, words.start));
    await onward(page, () => press(page, words.continue));
    await fits('on a small phone, at a box');
    await done();
  });
}
