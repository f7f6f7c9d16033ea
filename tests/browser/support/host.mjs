// What a host's page does to the element, and the little that a person does in it before.
import { words } from './tools.mjs';
import { onward, press } from './walk.mjs';

/** The smallest guide there can be: one box and a summary. */
export const SMALL = {
  format: 1, id: 'small', version: '1', languages: ['en'], title: 'A small guide',
  headings: [{ id: 'words', title: 'My words' }],
  routes: [{ id: 'full' }],
  stages: [
    { id: 'one', title: 'One', prompts: [{ id: 'first', ask: 'What is on your mind?', why: 'It is a place to begin.', answer: { kind: 'long-text' }, feeds: 'words' }] },
    { id: 'end', title: 'Your summary', prompts: [{ id: 'last', ask: 'Does this sound like you?', why: 'You have the last say.', answer: { kind: 'summary' } }] },
  ],
};

/** Does something with the element, as a host's script would. */
export const script = (page, act, value) => page.evaluate(`(${act})(document.querySelector('what-matters'), ${JSON.stringify(value)})`);

/** Begins, and writes in the first box. */
export async function begin(page, text) {
  await onward(page, () => press(page, words.start));
  await onward(page, () => press(page, words.continue));
  await page.getByRole('textbox').fill(text);
}

/** How often the host was told of something, or of which trouble. */
export const told = (page, kind) =>
  page.evaluate((kind) => (window.events ?? []).filter(([one]) => one === kind).map(([, detail]) => detail?.code ?? kind), kind);

/** Waits until the host is told of trouble of a kind. */
export const hears = (page, code) => page.waitForFunction((code) => window.events?.some(([, detail]) => detail?.code === code), code);

/** What the console says of the element, as it is said. For the `before` of `open`. */
export function listen(page, said) {
  page.on('console', (message) => message.text().startsWith('<what-matters>') && said.push(message.text()));
}

/** For the `before` of `open`: where *Leave this page* goes when the host names no page, without the network. */
export const neutral = (page) => page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Weather</p>' }));
