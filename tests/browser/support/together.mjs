// A session on the page for one: opened, begun, gone through by keys, and looked at as a screen reader has it.
import assert from 'node:assert/strict';
import { asked, words } from './tools.mjs';
import { open } from './open.mjs';
import { focused, onward } from './walk.mjs';

export const SESSION = '/embed/session.html';

export const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

/** Opens the page for a session with its first screen there. */
export const session = (browser, server, options = {}) => open(browser, server, SESSION, { ...options, context: { reducedMotion: 'reduce', ...options.context } });

/** Goes to the first prompt that has these words in it, by keys, from outside a box. */
export async function jump(page, sought) {
  await onward(page, () => page.keyboard.press('j'));
  await page.keyboard.type(sought);
  await page.locator('.jump .stages button').filter({ hasText: sought }).first().waitFor();
  await onward(page, () => page.keyboard.press('Enter'));
}

/** Begins, and goes to one of the guide's prompts. The focus is where it goes when the prompt opens. */
export async function at(page, prompt) {
  await button(page, words.start).focus();
  await onward(page, () => page.keyboard.press('n'));
  await page.keyboard.press('Escape');
  await jump(page, asked(prompt));
}

/** Out of a box, so that letters are keys: the heading has the focus. */
export async function out(page) {
  await page.keyboard.press('Escape');
  const now = await focused(page);
  assert.equal(now.name, 'h2', `Escape leaves the focus on ${now.name}`);
}

/** Goes by Tab until what has the focus fits, and says what that is. */
export async function tabTo(page, fits, most = 160) {
  for (let stop = 0; stop < most; stop += 1) {
    const now = await focused(page);
    if (now && fits(now)) return now;
    await page.keyboard.press('Tab');
  }
  throw new Error('there is nothing like that to tab to');
}

/** What has the focus as a screen reader has it: its role, name and description, then those of what it stands in. */
export async function heard(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const isFocused = (node) => node.properties?.some(({ name, value }) => name === 'focused' && value.value) && node.role.value !== 'RootWebArea';
  const chain = [];
  for (let node = nodes.find(isFocused); node; node = byId.get(node.parentId)) {
    if (!node.ignored) chain.push({ role: node.role.value, name: node.name?.value ?? '', description: node.description?.value ?? '' });
  }
  return chain;
}

/** What of the cue is on the screen: its sheet, or the drawer's handle alone. */
export const cue = (page) => page.locator('.cue-sheet').isVisible();
