// What hands other than ours do to the element and in it, as frameworks, translators, blockers and helpers for writing do: the words and the way on stay.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asked, chromium, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { open } from './support/open.mjs';
import { finishes, WRITTEN, written } from './support/hostile.mjs';
import { HANDS, translate } from './support/scripts.mjs';
import { ASKED_FOR, BROKEN, everyScreen } from './support/screens.mjs';
import { onward, press } from './support/walk.mjs';

const ASKED_ANEW = [/^a request after loading: .*\/guides\/first-conversation\.json$/];

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

for (const [name, act] of Object.entries(HANDS)) {
  test(`${name}, it keeps the words, and the conversation goes on`, async () => {
    const { page, done } = await open(browser, server);
    await written(page);
    await page.evaluate(act);
    await finishes(page);
    await done({ allowed: ASKED_ANEW });
  });
}

test('with every text set in elements of a translator, over and over, every screen comes up and nothing breaks', async () => {
  const { page, done } = await open(browser, server, '/embed/basic.html', { context: { reducedMotion: 'reduce' } });
  await page.evaluate(translate, { isMoved: false, marks: ['', ''] });
  const seen = [];
  await everyScreen(page, async (name) => {
    seen.push(name);
    const { fonts, stopped } = await page.evaluate(() => ({ fonts: document.querySelector('what-matters').shadowRoot.querySelectorAll('font').length, stopped: window.events.some(([, detail]) => detail?.code === 'stopped') }));
    assert.ok(fonts > 0, `${name}: translated`);
    assert.equal(stopped, name === BROKEN, name);
  });
  assert.equal(seen.at(-1), BROKEN);
  await done({ allowed: ASKED_FOR });
});

for (const isMoved of [true, false]) {
  test(`where a translator ${isMoved ? 'moves each text' : 'puts another in place of each text'}, what is drawn next is what is said there, translated`, async () => {
    const { page, done } = await open(browser, server);
    await page.evaluate(translate, { isMoved, marks: ['«', '»'] });
    const on = (name) => onward(page, () => press(page, `«${name}»`));
    const asks = (id) => page.getByRole('heading', { name: `«${asked(id)}»`, exact: true }).waitFor();
    await on(words.start);
    await on(words.continue);
    await asks('fc-hope');
    await page.getByRole('textbox').fill(WRITTEN);
    await on(words.continue);
    await on(words.back);
    await asks('fc-hope');
    assert.equal(await page.getByRole('textbox').inputValue(), WRITTEN, 'the box has what was written in it');
    await on(words['my-summary']);
    await page.getByText(`«${WRITTEN}»`, { exact: true }).waitFor();
    const edit = page.locator('.entry .edit').first();
    await edit.click();
    await edit.getByText(`«${words['edit-done']}»`, { exact: true }).waitFor();
    assert.equal(await page.locator('font font font').count(), 0, 'translated once');
    await done();
  });
}

test('with what stands round it written anew, the page has a new one that begins, and the old one has the words', async () => {
  const { page, done } = await open(browser, server);
  await written(page);
  await page.evaluate(() => {
    window.old = document.querySelector('what-matters');
    const around = window.old.parentNode;
    around.innerHTML = around.innerHTML;
  });
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  await page.evaluate(() => document.querySelector('what-matters').replaceWith(window.old));
  await finishes(page);
  await done({ allowed: ASKED_ANEW });
});
