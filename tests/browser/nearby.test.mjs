// Ideas from what is on offer nearby: offered, looked through, chosen, planned and printed, by mouse and by keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { CANARY, open } from './support/open.mjs';
import { misfits, small, unmirrored } from './support/fits.mjs';
import { longer, mirrored, site } from './support/site.mjs';
import { nothing, seen } from './support/axe.mjs';
import { everyNearby, opened, show, toIdeas, toNotWanted, toPart } from './support/nearby.mjs';
import { copied, noPrinter, printed } from './support/out.mjs';
import { tabTo } from './support/together.mjs';
import { focused, onward, press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const options = (page) => page.locator('.option');
const names = (page) => page.locator('.option > .sub').allTextContents();
const wish = (page, nth, key) => options(page).nth(nth).getByRole('button', { name: words[key], exact: true });
const found = (page, count) => page.locator('.found').getByText(words[count === 1 ? 'nearby-found-one' : 'nearby-found'].replace('{count}', count), { exact: true });

test('nothing is shown before it is asked for, then three at the most, each with its reason and with what a first visit is like', async () => {
  const { page, done } = await opened(browser, server);
  await toIdeas(page);
  assert.equal(await options(page).count(), 0);
  await show(page);
  assert.equal(await options(page).count(), 3);
  const reason = words['nearby-because'].split('{')[0];
  for (const option of await options(page).all()) {
    const text = await option.textContent();
    assert.ok(text.includes(reason), text);
    for (const label of ['cost', 'when', 'where', 'checked']) assert.ok(text.includes(words[`nearby-label-${label}`]), `${label}: ${text}`);
  }
  assert.ok((await page.locator('.not-now').textContent()).includes(CANARY), 'what was written of what is not wanted stands there for both');
  await done();
});

test('other ideas are others, and going on and back brings the same in the same order', async () => {
  const { page, done } = await opened(browser, server);
  await toIdeas(page);
  await show(page);
  const first = await names(page);
  assert.equal((await focused(page)).text, first[0], 'reading goes on with the first of them');
  await onward(page, () => press(page, words.continue));
  await onward(page, () => press(page, words.back));
  await options(page).first().waitFor();
  assert.deepEqual(await names(page), first);
  await press(page, words['nearby-others']);
  await page.waitForFunction((first) => document.querySelector('what-matters').shadowRoot.querySelector('.option > .sub')?.textContent !== first, first[0]);
  const others = await names(page);
  assert.deepEqual(others.filter((name) => first.includes(name)), []);
  assert.equal((await focused(page)).text, others[0]);
  await done();
});

test('what is wanted stands in the summary with its details, what is not for them is not offered again, and a gap is kept', async () => {
  const { page, done } = await opened(browser, server, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await toIdeas(page);
  await show(page);
  const [wanted, later, not] = await names(page);
  await wish(page, 0, 'nearby-more').click();
  await wish(page, 1, 'nearby-later').click();
  await wish(page, 2, 'nearby-not').click();
  await page.getByText(words['nearby-said-not']).waitFor();
  assert.equal(await wish(page, 0, 'nearby-more').getAttribute('aria-pressed'), 'true');
  await page.getByRole('checkbox', { name: words['nearby-none-fit'] }).check();
  await press(page, words['nearby-others']);
  await page.locator('.picked').waitFor();
  // After a while away all begin anew, but for what something was said of.
  await onward(page, () => press(page, words.continue));
  await onward(page, () => press(page, words.back));
  await options(page).first().waitFor();
  const anew = await names(page);
  assert.deepEqual(anew.filter((name) => [wanted, later, not].includes(name)), []);
  await onward(page, () => press(page, words['my-summary']));
  const text = await copied(page, page.getByRole('button', { name: words.copy, exact: true }), words.copied);
  for (const what of [wanted, later, not, words['nearby-label-cost'], words['summary-ideas-none-else']]) assert.ok(text.includes(what), `${what} in ${text}`);
  await done();
});

test('where it is asked what is not wanted one is chosen by its name: it stands there by that, and is never offered', async () => {
  const { page, done } = await opened(browser, server);
  await toIdeas(page);
  await show(page);
  const [first] = await names(page);
  const byName = await toNotWanted(page);
  await onward(page, () => byName.click());
  await page.keyboard.type(first);
  const found = options(page).filter({ has: page.getByRole('heading', { name: first, exact: true }) });
  await found.getByRole('button', { name: words['nearby-not'], exact: true }).click();
  await found.getByText(words['nearby-said-not']).waitFor();
  await onward(page, () => press(page, words['carry-on']));
  await toPart(page, 'ideas');
  for (let prompt = 0; prompt < 2; prompt += 1) await onward(page, () => press(page, words.continue));
  await options(page).first().waitFor();
  for (;;) {
    const shown = await names(page);
    assert.ok(!shown.includes(first), shown.join(', '));
    const others = page.getByRole('button', { name: words['nearby-others'], exact: true });
    if (!(await others.count())) break;
    await others.click();
    await page.waitForFunction((was) => document.querySelector('what-matters').shadowRoot.querySelector('.option > .sub')?.textContent !== was, shown[0]);
  }
  await onward(page, () => press(page, words['my-summary']));
  const heading = page.getByRole('heading', { name: guide.headings.find(({ id }) => id === 'not-now').title, exact: true });
  await heading.waitFor();
  assert.ok((await page.locator('.screen').innerText()).includes(first));
  await done();
});

test('one press puts a step in the plan, and takes its own button away', async () => {
  const { page, done } = await opened(browser, server);
  await toIdeas(page);
  await show(page);
  const [name] = await names(page);
  await wish(page, 0, 'nearby-more').click();
  await options(page).first().getByRole('button', { name: words['nearby-plan-go'], exact: true }).click();
  await page.getByText(words['nearby-planned']).waitFor();
  assert.equal(await options(page).first().getByRole('button', { name: words['nearby-plan-go'], exact: true }).count(), 0);
  assert.equal((await focused(page)).text, name, 'a second press of the same key does nothing');
  await onward(page, () => press(page, words.continue));
  assert.equal(await page.getByRole('textbox').first().inputValue(), words['nearby-step-go'].replace('{name}', name));
  assert.ok(await page.getByRole('radio', { name: words['who-both'] }).isChecked());
  await done();
});

test('all of it is looked through by words, a slip of a letter and all, by what narrows it down, and by a postcode', async () => {
  const { page, done } = await opened(browser, server);
  await toIdeas(page);
  await onward(page, () => press(page, words['nearby-all']));
  await found(page, 156).waitFor();
  await page.getByRole('textbox', { name: words['nearby-search'] }).fill('walk library');
  await options(page).filter({ hasText: 'Boots and Buses' }).first().waitFor();
  await page.getByRole('textbox', { name: words['nearby-search'] }).fill('benfits chek');
  await options(page).filter({ hasText: 'Benefits check' }).first().waitFor();
  await page.getByRole('textbox', { name: words['nearby-search'] }).fill('');
  await page.getByText(words['nearby-narrow']).click();
  await page.getByRole('checkbox', { name: words['nearby-only-free'], exact: true }).check();
  await found(page, 77).waitFor();
  await page.getByLabel(words['nearby-day']).selectOption({ label: words['near-tuesday'] });
  await page.waitForFunction(() => !document.querySelector('what-matters').shadowRoot.querySelector('.found').textContent.startsWith('77 '));
  const postcode = page.getByRole('textbox', { name: words['nearby-postcode'], exact: true });
  await postcode.fill('QQ9');
  await page.getByText(words['nearby-postcode-none']).waitFor();
  await postcode.fill('zz1 1ab');
  await page.getByText(words['nearby-postcode-hint']).waitFor();
  await postcode.fill(CANARY);
  await onward(page, () => press(page, words['carry-on']));
  await done();
});

test('by keyboard alone: ideas are shown, one is wanted, planned, found again by its name and printed', async () => {
  const { page, done } = await opened(browser, server, { before: noPrinter });
  await toIdeas(page);
  const key = async (text, press = 'Enter') => {
    await tabTo(page, (now) => now.text === text);
    await page.keyboard.press(press);
  };
  await key(words['nearby-show']);
  await options(page).first().waitFor();
  const [name] = await names(page);
  await key(words['nearby-more'], 'Space');
  await page.getByText(words['nearby-said-more']).waitFor();
  assert.equal((await focused(page)).text, words['nearby-more'], 'the focus stays on what was pressed');
  await key(words['nearby-plan-go']);
  await page.getByText(words['nearby-planned']).waitFor();
  await onward(page, () => key(words['nearby-all']));
  assert.equal((await focused(page)).name, 'input', 'what is looked for can be typed at once');
  await page.keyboard.type(name);
  await options(page).filter({ hasText: name }).first().waitFor();
  assert.equal(await wish(page, 0, 'nearby-more').getAttribute('aria-pressed'), 'true');
  const sheet = await printed(page, () => key(words['nearby-leaflet']));
  assert.ok(sheet.lines.includes(`h2: ${name}`));
  await onward(page, () => key(words['carry-on']));
  await done();
});

test('a link worker comes to all of it by one letter, types, and goes back by Escape', async () => {
  const { page, done } = await opened(browser, server, { before: (page) => page.addInitScript(() => addEventListener('DOMContentLoaded', () => document.querySelector('what-matters').setAttribute('mode', 'together'))) });
  await onward(page, () => press(page, words.start));
  await page.keyboard.press('Escape');
  await onward(page, () => page.keyboard.press('i'));
  assert.equal((await focused(page)).name, 'input');
  await page.keyboard.type('allotment');
  await options(page).filter({ hasText: 'Allotment' }).first().waitFor();
  // The first leaves the box.
  await page.keyboard.press('Escape');
  await page.getByText(words['nearby-narrow']).click();
  await page.getByLabel(words['nearby-day']).focus();
  const before = await focused(page);
  await page.keyboard.press('t');
  assert.equal((await focused(page)).id, before.id, 'a letter chooses a day, and is no key');
  await page.keyboard.press('Escape');
  await onward(page, () => page.keyboard.press('Escape'));
  await done();
});

test('what was picked is printed in large letters, with nothing else of the person', async () => {
  const { page, done } = await opened(browser, server, { before: noPrinter });
  await toIdeas(page);
  await show(page);
  const [name] = await names(page);
  await wish(page, 0, 'nearby-more').click();
  await onward(page, () => press(page, words['nearby-all']));
  const sheet = await printed(page, () => press(page, words['nearby-leaflet']));
  assert.ok(sheet.lines.includes(`h2: ${name}`), sheet.lines.join('\n'));
  assert.ok(sheet.lines.some((line) => line.startsWith(`p: ${words['nearby-label-cost']}: `)));
  assert.ok(!sheet.lines.some((line) => line.includes(CANARY)));
  assert.equal(sheet.letters, '24px', 'as large as 18 points');
  await done();
});

test('every screen of it is what axe asks for, in light, dark and forced colours', async () => {
  const { page, done } = await opened(browser, server);
  const wrong = [];
  await everyNearby(page, async (name) => wrong.push(...(await seen(page)).map((what) => `${name}: ${what}`)));
  nothing(wrong);
  await done();
});

const NAMED = 'services="/services/millbrook.json"';
for (const [how, said, attributes, looks] of [
  ['', undefined, NAMED, [misfits, small]],
  [' when each word is twice as long', longer, NAMED, [misfits]],
  [' from right to left, and is the same page mirrored', mirrored, `lang="ar" ${NAMED}`, [misfits, unmirrored]],
]) {
  test(`every screen of it fits${how}, from a sidebar to a whole page`, async (t) => {
    const own = await serve(site({ ...said, attributes }));
    t.after(() => own.close());
    const { page, done } = await open(browser, own, '/embed/basic.html', { start: said?.words.start, context: { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } });
    const wrong = [];
    await everyNearby(
      page,
      async (name) => {
        for (const width of [280, 320, 768, 1280]) {
          await page.locator('what-matters').evaluate((element, width) => (element.style.width = `${width}px`), width);
          for (const look of looks) wrong.push(...(await page.evaluate(look)).map((what) => `${name}, ${width} px: ${what}`));
        }
      },
      said,
    );
    nothing(wrong);
    await done();
  });
}
