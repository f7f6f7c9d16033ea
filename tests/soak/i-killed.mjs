// Row I: a tab that is killed at a random moment while somebody types 2,000 keys over 12 steps.
// With keeping off, nothing of it is on the disk. With keeping on, at most the last second is lost, and no answer is torn.
import { words } from '../browser/support/tools.mjs';
import { serve } from '../browser/support/server.mjs';
import { CANARY } from '../browser/support/open.mjs';
import { holding, kill, profile } from '../browser/support/profile.mjs';
import { onward, place, press } from '../browser/support/walk.mjs';
import { seeded } from './support/chance.mjs';
import { FORMS } from './support/keeping.mjs';
import { row } from './support/row.mjs';

const RUNS = Number(process.env.RUNS ?? 100);
const STEPS = 12;
const KEYS = 2000;
/** What may be lost, in milliseconds. */
const LAST = 1000;

const { chance, seed } = seeded();
const server = await serve();

/** Types as a person does, step by step, until the moment comes; says what stood in each box, and when each key was in. */
async function type(page, until) {
  const boxes = new Map();
  let keys = 0;
  for (let step = 0; step < STEPS; step += 1) {
    // Not every prompt has a box: some have choices, and some only say something.
    while ((await page.locator('.screen textarea').count()) === 0) await onward(page, () => press(page, words.continue));
    const at = await place(page);
    const typed = [];
    boxes.set(at, typed);
    await page.locator('.screen textarea').first().focus();
    for (const letter of `${CANARY} ${step} `.repeat(KEYS).slice(0, Math.ceil(KEYS / STEPS))) {
      if (keys >= until) return boxes;
      await page.keyboard.type(letter);
      typed.push({ letter, at: performance.now() });
      keys += 1;
    }
    if (step < STEPS - 1) await onward(page, () => press(page, words.continue));
  }
  return boxes;
}

/** What comes back where nothing was kept yet. */
const NOTHING = { at: '', words: '', summary: '' };

/** What is wrong with what came back: the prompt, its box up to the last second, and all that was said before it. */
function wrongIn(boxes, found, killed) {
  const texts = [...boxes].map(([at, typed]) => ({ at, typed, text: typed.map(({ letter }) => letter).join('') }));
  const last = texts.pop();
  const sure = last.typed.filter(({ at }) => at <= killed - LAST).length;
  // Before anything was said for a second, nothing is kept.
  if (found !== NOTHING && found.at !== last.at) return 'the place is another';
  if (!last.text.startsWith(found.words)) return 'what came back is not what was typed';
  if (found.words.length < sure) return `${sure - found.words.length} keys older than a second are lost`;
  const torn = texts.filter(({ text }) => !found.summary.includes(text.trim()));
  return torn.length > 0 && `${torn.length} answers given before are not whole`;
}

/** Opens a page, types on it and has it killed. Says what stood in each box, and when. */
async function killed(context, folder, moment, form) {
  const page = await context.newPage();
  await page.goto(`${server.address}/embed/basic.html`);
  await page.getByRole('button', { name: words.start, exact: true }).waitFor();
  await form?.on(page);
  const back = await form?.back(page);
  await onward(page, () => press(page, words.start));
  const boxes = await type(page, moment);
  const when = performance.now();
  await kill(page, folder);
  return { page, boxes, when, back };
}

const moments = Array.from({ length: RUNS }, () => Math.floor(chance() * KEYS));

/** With keeping off: after each kill, and once the browser has ended, since it holds back what it writes. */
async function off() {
  const { folder, start, forget } = await profile();
  const context = await start();
  await row('I, keeping off', [...moments, 'closed'], async (moment) => {
    if (moment === 'closed') await context.close();
    else await (await killed(context, folder, moment)).page.close();
    const found = holding(folder, CANARY);
    return found.length > 0 && `${moment === 'closed' ? 'after the end' : `after ${moment} keys`} in ${found.join(', ')}`;
  }, () => `seed ${seed}`);
  forget();
}

/** With keeping on, in one form of it. */
async function on(name, form) {
  const { folder, start, forget } = await profile();
  const context = await start();
  let most = 0;
  await row(`I, keeping ${name}`, moments, async (moment) => {
    const { page, boxes, when, back } = await killed(context, folder, moment, form);
    try {
      const found = (await back()) ?? NOTHING;
      most = Math.max(most, [...boxes.values()].at(-1).length - found.words.length);
      const wrong = wrongIn(boxes, found, when);
      return wrong && `after ${moment} keys: ${wrong}`;
    } finally {
      await page.close();
    }
  }, () => `${most} keys lost at the most, seed ${seed}`);
  await context.close();
  forget();
}

const only = process.argv.slice(2);
const isAsked = (name) => only.length === 0 || only.includes(name);
if (isAsked('off')) await off();
for (const [name, form] of Object.entries(FORMS)) if (isAsked(name)) await on(name, form);
await server.close();
