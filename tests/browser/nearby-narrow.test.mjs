// What narrows down all there is nearby, held against what the list itself holds: one by one, two together, and taken off again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, guide, words } from './support/tools.mjs';
import { serve } from './support/server.mjs';
import { opened } from './support/nearby.mjs';
import { byLetter, postcode, search, together } from './support/looking.mjs';
import { CODES, TOWN, farFrom, isAbout, isAtHome, isFree, isOn, isOnline } from './support/millbrook.mjs';
import { press } from './support/walk.mjs';

let browser, server;
before(async () => ([browser, server] = await Promise.all([chromium(), serve()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const AREAS = guide.stages.flatMap(({ prompts }) => prompts).find(({ id }) => id === 'fc-areas').answer.cards;
const DAYS = { MO: 'monday', TU: 'tuesday', WE: 'wednesday', TH: 'thursday', FR: 'friday', SA: 'saturday', SU: 'sunday' };
/** So many are shown at a time. */
const FIRST = 10;

/** Opens all there is, with what narrows it down unfolded. */
async function lookingThrough() {
  const own = await opened(browser, server, { before: together });
  await byLetter(own.page);
  return own;
}

const names = (page) => page.locator('.option > .sub').allTextContents();
const narrowed = {
  area: (page, id) => page.getByLabel(words['nearby-area']).selectOption({ label: AREAS.find((card) => card.id === id)?.title ?? words['nearby-any-area'] }),
  day: (page, day) => page.getByLabel(words['nearby-day']).selectOption({ label: words[`near-${DAYS[day]}`] ?? words['nearby-any-day'] }),
  only: (page, which) => page.getByRole('checkbox', { name: words[`nearby-only-${which}`], exact: true }).click(),
  search: (page, text) => search(page).fill(text),
  code: (page, text) => postcode(page).fill(text),
};

/** Waits until so many stand there as fit, and holds their names against those. Says the names in their order. */
async function are(page, how, fits) {
  const expected = TOWN.filter(fits).map(({ name }) => name).sort();
  const count = { 0: words['nearby-found-none'], 1: words['nearby-found-one'] }[expected.length] ?? words['nearby-found'].replace('{count}', expected.length);
  const there = () => page.waitForFunction(([count, most]) => {
    const root = document.querySelector('what-matters').shadowRoot;
    return root.querySelector('.found').textContent === count && root.querySelectorAll('.option').length >= most;
  }, [count, Math.min(FIRST, expected.length)], { timeout: 5000 });
  await there().catch(async () => assert.fail(`${how}: ${count} is wanted, and there is: ${await page.locator('.found').textContent()}`));
  // A list longer than two looks is looked at in its first.
  for (let at = FIRST; at < expected.length && expected.length <= 2 * FIRST; at += FIRST) {
    await press(page, words['nearby-show-more']);
    await page.locator('.option').nth(Math.min(at + FIRST, expected.length) - 1).waitFor();
  }
  const all = await names(page);
  if (all.length === expected.length) assert.deepEqual([...all].sort(), expected, how);
  else assert.deepEqual(all.filter((name) => !expected.includes(name)), [], how);
  return all;
}

const any = () => true;
const both = (one, other) => (service) => one(service) && other(service);

test('each part of life, each day, what is free, what comes home and what is online or by phone bring what the list files there, and any of it brings all', async () => {
  const { page, done } = await lookingThrough();
  await are(page, 'all of it', any);
  for (const { id } of AREAS.filter(({ id }) => id !== 'something-else')) {
    await narrowed.area(page, id);
    await are(page, id, isAbout(id));
  }
  await narrowed.area(page);
  await are(page, 'any part of life', any);
  for (const day of Object.keys(DAYS)) {
    await narrowed.day(page, day);
    await are(page, day, isOn(day));
  }
  await narrowed.day(page);
  await are(page, 'any day', any);
  for (const [which, fits] of [['free', isFree], ['home', isAtHome], ['online', isOnline]]) {
    await narrowed.only(page, which);
    await are(page, which, fits);
    await narrowed.only(page, which);
    await are(page, `${which} no more`, any);
  }
  await done();
});

test('two that narrow it down leave what fits both, a word with them what has the word too, and at home and online are either', async () => {
  const { page, done } = await lookingThrough();
  await narrowed.area(page, 'people');
  await narrowed.day(page, 'TU');
  await are(page, 'people on a Tuesday', both(isAbout('people'), isOn('TU')));
  await narrowed.area(page);
  await narrowed.only(page, 'free');
  await are(page, 'free on a Tuesday', both(isOn('TU'), isFree));
  await narrowed.search(page, 'library');
  const typed = await names(page);
  assert.ok(typed.length > 0 && typed.length < TOWN.filter(both(isOn('TU'), isFree)).length);
  await narrowed.search(page, '');
  await narrowed.day(page);
  await narrowed.area(page, 'money');
  await are(page, 'free and about money', both(isAbout('money'), isFree));
  await narrowed.area(page);
  await narrowed.only(page, 'online');
  await are(page, 'free and online', both(isFree, isOnline));
  await narrowed.only(page, 'free');
  await narrowed.only(page, 'home');
  await are(page, 'at home or online', (service) => isAtHome(service) || isOnline(service));
  await narrowed.area(page, 'joy');
  await narrowed.only(page, 'online');
  await are(page, 'at home, and a joy', both(isAbout('joy'), isAtHome));
  await done();
});

test('a postcode puts the nearest first and leaves nothing out, whole or in small letters too, with what else narrows it down, and one that nothing has changes no order', async () => {
  const { page, done } = await lookingThrough();
  const note = page.locator('.narrow [role=status]');
  const byChance = await are(page, 'all of it', any);
  const nearest = async (typed, code, fits = any) => {
    await narrowed.code(page, typed);
    await note.getByText(words['nearby-postcode-hint']).waitFor();
    const all = await are(page, `near ${typed}`, fits);
    const far = farFrom(code);
    const services = all.map((name) => TOWN.find((one) => one.name === name));
    const furthest = Math.max(...services.map(far));
    const nearer = TOWN.filter((one) => fits(one) && far(one) < furthest - 1e-5 && !services.includes(one)).map(({ name }) => name);
    assert.deepEqual(nearer, [], `nothing nearer to ${typed} was left out`);
    services.forEach((one, at) => assert.ok(at === 0 || far(one) >= far(services[at - 1]) - 1e-5, `${one.name} is nearer to ${typed} than ${services[at - 1]?.name}`));
    return all;
  };
  for (const code of CODES) await nearest(code, code);
  const whole = await nearest('ZZ4', 'ZZ4');
  for (const written of ['zz4', 'ZZ4 2BA', 'zz42ba', ' zz4 ']) assert.deepEqual(await nearest(written, 'ZZ4'), whole, written);
  await narrowed.only(page, 'free');
  await narrowed.day(page, 'WE');
  await nearest('zz7', 'ZZ7', both(isFree, isOn('WE')));
  await narrowed.day(page);
  await narrowed.only(page, 'free');
  for (const unknown of ['LS6', 'ls6 2aa', 'ZZ44', 'ZZ0']) {
    await narrowed.code(page, unknown);
    await note.getByText(words['nearby-postcode-none']).waitFor();
    assert.deepEqual(await are(page, unknown, any), byChance, `${unknown} is none of the list`);
  }
  // What is no postcode yet is not called one that is unknown.
  for (const half of ['Z', 'ZZ', '6', 'tea']) {
    await narrowed.code(page, half);
    await note.getByText(words['nearby-postcode-hint']).waitFor();
    assert.deepEqual(await are(page, half, any), byChance, half);
  }
  await narrowed.code(page, '');
  assert.deepEqual(await are(page, 'no postcode', any), byChance);
  await done();
});
