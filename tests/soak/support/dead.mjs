// A tab whose process was killed. A person sees that it crashed and loads it again; Playwright gives it up for good, so this speaks to the browser itself.

/** How long between two looks, and how long to look at all, in milliseconds. */
const LOOK = 50;
const PATIENCE = 15_000;

/** Holds on to a tab before it is killed. `load()` loads it again; `until(look, value)` asks in it, over and over, until there is an answer, or nothing where there is none. */
export async function deadTab(page) {
  const context = page.context();
  const own = await context.newCDPSession(page);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  const browser = await context.browser().newBrowserCDPSession();
  // One session within another: Playwright knows nothing of it, and so has not ended it.
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: targetInfo.targetId, flatten: false });
  const waiting = new Map();
  browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    const { id, result, error } = JSON.parse(message);
    if (from !== sessionId || !waiting.has(id)) return;
    const { done, broke } = waiting.get(id);
    waiting.delete(id);
    if (error) broke(new Error(error.message));
    else done(result);
  });
  let last = 0;
  const send = (method, params = {}) =>
    new Promise((done, broke) => {
      const id = (last += 1);
      waiting.set(id, { done, broke });
      browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(broke);
    });
  return {
    load: () => send('Page.reload'),
    until: async (look, value) => {
      const end = performance.now() + PATIENCE;
      while (performance.now() < end) {
        const { result, exceptionDetails } = await send('Runtime.evaluate', { expression: `(${look})(${JSON.stringify(value)})`, returnByValue: true });
        if (exceptionDetails) throw new Error(exceptionDetails.text);
        if (result.value !== undefined) return result.value;
        await new Promise((resolve) => setTimeout(resolve, LOOK));
      }
      return undefined;
    },
  };
}
