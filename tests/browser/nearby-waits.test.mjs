// What stands in place of ideas while a list or what shows it is on its way, and where they cannot be had. And the sheet that is printed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, words } from './support/tools.mjs';
import { element, host, serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { misfits, small } from './support/fits.mjs';
import { nothing, seen } from './support/axe.mjs';
import { begin, choose, says, tab } from './support/keep.mjs';
import { pastChoices } from './support/looking.mjs';
import { NEARBY, opened, show, toIdeas } from './support/nearby.mjs';
import { PHONES, ownWindows } from './support/out.mjs';
import { isDirectory, isNearby, look } from './support/services.mjs';
import { onward, place, press } from './support/walk.mjs';

const KEEPING = '/embed/keeping.html';
const CONTEXT = { viewport: { width: 1400, height: 800 }, reducedMotion: 'reduce' };

let browser;
before(async () => (browser = await chromium()));
after(() => browser?.close());

/** Holds the screen to what every screen is held to. */
async function isFit(page) {
  const wrong = await seen(page);
  for (const width of [280, 320, 768, 1280]) {
    await page.locator('what-matters').evaluate((element, width) => (element.style.width = `${width}px`), width);
    for (const look of [misfits, small]) wrong.push(...(await page.evaluate(look)).map((what) => `${width} px: ${what}`));
  }
  nothing(wrong);
}

for (const [what, of] of [['the list', (path) => path === '/services/millbrook.json'], ['what reads it', isDirectory], ['what shows it', isNearby]]) {
  test(`while ${what} is on its way the screen says so and is fit to use, and then ideas can be asked for`, async (t) => {
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    const server = await serve((path) => (of(path) ? held : undefined));
    t.after(() => server.close());
    const { page, done } = await open(browser, server, NEARBY, { ready: false, context: CONTEXT });
    await onward(page, () => press(page, words.start));
    await pastChoices(page);
    await page.getByText(words['nearby-coming']).waitFor();
    assert.equal(await page.getByRole('button', { name: words['nearby-show'] }).count(), 0);
    await isFit(page);
    letGo();
    await page.getByRole('button', { name: words['nearby-show'] }).waitFor();
    assert.equal(await page.getByText(words['nearby-coming']).count(), 0);
    await done();
  });
}

test('where what reads it breaks, the screen says so and is fit to use', async (t) => {
  const server = await serve();
  t.after(() => server.close());
  const { page, done } = await open(browser, server, NEARBY, { before: look('ask'), context: CONTEXT });
  await onward(page, () => press(page, words.start));
  await pastChoices(page);
  await press(page, words['nearby-all']);
  await page.locator('.ideas').getByText(words['nearby-missing']).waitFor();
  await isFit(page);
  await done({ allowed: [/directory-missing/] });
});

/** Takes up at the place for ideas what was kept there, while what shows them is answered in another way. */
async function takenUp(t, answer) {
  let isBack = false;
  const own = host(element('keep="tab" services="/services/small.json"'));
  own.body = own.body.replace(/<body>(.*)<\/body>/, '<body><main><h1>Before we meet</h1>$1</main></body>');
  const server = await serve((path) => {
    if (path === KEEPING) return own;
    return isBack && isNearby(path) ? answer() : undefined;
  });
  t.after(() => server.close());
  const context = await browser.newContext(CONTEXT);
  t.after(() => context.close());
  const { page, done } = await tab(context, server, { path: KEEPING });
  await begin(page, 'A walk by the harbour');
  await pastChoices(page);
  const ideas = await place(page);
  await choose(page, 'tab');
  await says(page, 'kept-tab');
  isBack = true;
  await page.reload();
  await onward(page, () => press(page, words['carry-on']));
  assert.equal(await place(page), ideas);
  return { page, done };
}

test('whoever takes up a conversation there reads that ideas are on their way, and then can ask for them', async (t) => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const { page, done } = await takenUp(t, () => held);
  await page.getByText(words['nearby-coming']).waitFor();
  await isFit(page);
  letGo();
  await page.getByRole('button', { name: words['nearby-show'] }).waitFor();
  await done();
});

test('whoever takes up a conversation there reads that ideas cannot be had, and goes on', async (t) => {
  const { page, done } = await takenUp(t, () => ({ status: 404 }));
  await page.getByText(words['nearby-missing']).waitFor();
  await isFit(page);
  await onward(page, () => press(page, words.continue));
  await done([/directory-missing/, /Failed to load resource/, /integrity/]);
});

test('the sheet with what was picked is what axe asks for, where it has a window of its own', async (t) => {
  const server = await serve();
  t.after(() => server.close());
  const { page, done } = await opened(browser, server, { context: { userAgent: PHONES['Chrome on iOS'] }, before: ownWindows });
  await toIdeas(page);
  await show(page);
  for (const nth of [0, 1]) await page.locator('.option').nth(nth).getByRole('button', { name: words['nearby-more'], exact: true }).click();
  await onward(page, () => press(page, words['nearby-all']));
  const [sheet] = await Promise.all([page.waitForEvent('popup'), press(page, words['nearby-leaflet'])]);
  assert.equal(await sheet.locator('h2').count(), 2);
  nothing(await seen(sheet));
  await done();
});
