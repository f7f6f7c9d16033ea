// The ways a page goes away, and whether the browser asks its own question first.
import { words } from './tools.mjs';

const GO = { reload: () => location.reload(), back: () => history.back() };

/** Reloads, goes back or closes, and says whether the browser asked. If it did, the person stays. */
export async function asks(page, how = 'reload') {
  let settle;
  const outcome = new Promise((resolve) => (settle = resolve));
  const asked = (dialog) => dialog.dismiss().then(() => settle(dialog.type() === 'beforeunload'));
  const gone = (frame) => frame === page.mainFrame() && settle(false);
  const closed = () => settle(false);
  page.on('dialog', asked).on('framenavigated', gone).on('close', closed);
  if (how === 'close') await page.close({ runBeforeUnload: true });
  else await page.evaluate(`setTimeout(${GO[how]})`);
  const was = await outcome;
  page.off('dialog', asked).off('framenavigated', gone).off('close', closed);
  if (how === 'reload' && !was) await page.getByRole('button', { name: words.start, exact: true }).first().waitFor();
  return was;
}

/** Looks for words in the page: its markup, its shadow roots, its boxes and what was given. It runs in the browser. */
const look = (text) => {
  const found = [];
  const into = (root, where) => {
    if ((root.innerHTML ?? root.documentElement.outerHTML).includes(text)) found.push(`the markup of ${where}`);
    for (const one of root.querySelectorAll('*')) {
      if (one.value?.includes?.(text)) found.push(`a ${one.localName} in ${where}`);
      if (one.contentDocument) into(one.contentDocument, one.localName);
      if (one.shadowRoot) into(one.shadowRoot, one.localName);
      if (JSON.stringify(one.summary?.() ?? null).includes(text)) found.push('what was given');
    }
  };
  into(document, 'the page');
  return found;
};

/** Every trace of some words in the page. */
export const traces = (page, text) => page.evaluate(look, text);

/** The page that is gone to answers once it may: what goes away can take its last message along. `asked` is when it was gone to. */
export async function held(page) {
  let ask, letGo;
  const asked = new Promise((resolve) => (ask = resolve));
  const may = new Promise((resolve) => (letGo = resolve));
  await page.route('**', async (route) => {
    if (!route.request().isNavigationRequest()) return route.fallback();
    ask(route);
    await may;
    return route.continue();
  });
  return { asked, letGo };
}

/** Presses something that leaves the page, and has the page itself look right after: one that is about to go can be asked nothing from outside. */
export async function leftBehind(page, text, press) {
  const { letGo } = await held(page);
  const told = page.waitForEvent('console', (message) => message.text().startsWith('left '));
  await page.evaluate(`document.addEventListener('click', () => setTimeout(() => {
    const traces = ${look};
    const element = document.querySelector('what-matters');
    const left = { nodes: element.shadowRoot.childNodes.length, traces: traces(${JSON.stringify(text)}) };
    element.restart();
    element.route = 'short';
    element.remove();
    document.body.append(element);
    setTimeout(() => console.log('left ' + JSON.stringify({ ...left, later: element.shadowRoot.textContent.trim(), summary: element.summary() })));
  }), { once: true })`);
  await press();
  const left = JSON.parse((await told).text().slice('left '.length));
  letGo();
  return left;
}
