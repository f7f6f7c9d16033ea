// Walks over a screen by Tab and by the arrow keys, and looks at each thing that gets the focus.
import { tool } from './tools.mjs';

const { default: pixelmatch } = await import(tool.resolve('pixelmatch'));
const { PNG } = tool('pngjs');

/** What has the focus now: where it is seen, and what is wrong with that. These run in the page. */
function stop() {
  const host = document.activeElement;
  if (host?.localName !== 'what-matters') return host?.closest('what-matters') ? { isHosts: true } : { outside: host?.id || host?.localName };
  const focused = host.shadowRoot.activeElement;
  const seen = focused.closest('.covered') ?? focused;
  const { left, top, right, bottom, width, height } = seen.getBoundingClientRect();
  const called = `${focused.localName}.${focused.className} “${(focused.getAttribute('aria-label') ?? seen.textContent).trim().slice(0, 40)}”`;
  const wrong = [];
  if (!seen.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || focused.closest('[aria-hidden=true], [hidden], [inert]') || width < 2) wrong.push('it is hidden');
  if (left < 0 || right > innerWidth) wrong.push(`it reaches out of the window sideways: ${left} to ${right}`);
  // A box with more words than the window has lines fills it.
  const isTall = height > innerHeight - 96;
  if (isTall ? bottom < 24 || top > innerHeight - 24 : top < 0 || bottom > innerHeight) wrong.push(`it is not in the window: ${top} to ${bottom} of ${innerHeight}`);
  const over = { '.notice:not(.none):not(.open)': 'the notice', '.beside': 'the drawer' };
  for (const [selector, name] of Object.entries(over)) {
    const one = host.shadowRoot.querySelector(selector);
    if (!one || one.contains(focused) || isTall || getComputedStyle(one).position !== 'sticky') continue;
    const at = one.getBoundingClientRect();
    if (bottom > at.top + 1 && top < at.bottom - 1 && right > at.left && left < at.right) wrong.push(`it is under ${name}`);
  }
  const radios = focused.type === 'radio' ? [...host.shadowRoot.querySelectorAll('input')].filter((input) => input.name === focused.name) : [];
  const kind = `${seen.localName} ${seen.className} ${seen.parentElement.className} ${focused.checked}`;
  return { called, kind, wrong, box: { left, top, right, bottom }, group: focused.name, radios: radios.length, isTaken: radios.some((radio) => radio.checked), isOnCard: Boolean(focused.closest('.card')) };
}

/** How many pixels show that a thing has the focus, and how many are asked for: 2 px round all of it (WCAG 2.2, 2.4.13). */
async function mark(page, { left, top, right, bottom }) {
  const { width, height } = page.viewportSize();
  const [x, y] = [Math.max(0, Math.floor(left) - 8), Math.max(0, Math.floor(top) - 8)];
  const clip = { x, y, width: Math.min(width, Math.ceil(right) + 8) - x, height: Math.min(height, Math.ceil(bottom) + 8) - y };
  const picture = async () => PNG.sync.read(await page.screenshot({ clip }));
  const focused = await picture();
  const last = await page.evaluateHandle(() => {
    const { activeElement } = document.querySelector('what-matters').shadowRoot;
    activeElement.blur();
    return activeElement;
  });
  const without = await picture();
  await last.evaluate((element) => element.focus({ preventScroll: true }));
  const sides = Math.min(right, width) - Math.max(left, 0) + Math.min(bottom, height) - Math.max(top, 0);
  return { changed: pixelmatch(focused.data, without.data, null, clip.width, clip.height), asked: Math.floor(sides * 4 * 0.9) };
}

/** Walks over all a screen has, from what stands before the element to what stands after it. Says how many stops there were, and what is wrong. */
export async function stops(page) {
  const wrong = [];
  const walked = new Set();
  const kinds = {};
  let count = 0;
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.getElementById('before').focus());
  const look = async (at) => {
    count += 1;
    wrong.push(...at.wrong.map((what) => `${at.called}: ${what}`));
    kinds[at.kind] = (kinds[at.kind] ?? 0) + 1;
    // Three pictures of each kind on each screen: a fourth costs time and shows the same.
    if (at.wrong.length > 0 || kinds[at.kind] > 3) return;
    const { changed, asked } = await mark(page, at.box);
    if (changed < asked) wrong.push(`${at.called}: ${changed} pixels show that it has the focus, of ${asked}`);
  };
  for (;;) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(stop);
    if (at.outside) {
      if (at.outside !== 'after') wrong.push(`after ${count} stops the focus is on ${at.outside}`);
      return { count, wrong };
    }
    // What stands between the tags is the host's.
    if (at.isHosts) continue;
    await look(at);
    // A browser may come to a group again once what was taken in it is taken back; and a card goes to the end of its pile when it is moved.
    if (walked.has(at.group) || (at.isOnCard && at.isTaken)) continue;
    if (at.radios) walked.add(at.group);
    for (let nth = 0; nth < at.radios; nth += 1) {
      await page.keyboard.press('ArrowDown');
      const next = await page.evaluate(stop);
      if (next.outside) wrong.push(`${at.called}: the arrow key leads out to ${next.outside}`);
      else await look(next);
    }
    // Going round a group with nothing taken takes one; that is taken back, as it was.
    if (at.radios && !at.isTaken) {
      await page.evaluate(() => {
        const { activeElement } = document.querySelector('what-matters').shadowRoot;
        activeElement.closest('.card, .group')?.querySelector('.cross, .after button')?.click();
      });
      const back = await page.evaluate(stop);
      if (back.outside) wrong.push(`${at.called}: clearing leaves the focus on ${back.outside}`);
    }
  }
}
