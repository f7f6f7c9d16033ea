// Files as people move them: saved by the browser, and dropped on the widget.
import { readFile } from 'node:fs/promises';

/** What is downloaded when something is done. */
export async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFile(await download.path(), 'utf8');
}

/** Drops a file on the widget, as a hand would. */
export const drop = (page, text) =>
  page.evaluate((body) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([body], 'my-summary.html', { type: 'text/html' }));
    const inside = document.querySelector('what-matters').shadowRoot.querySelector('.wm');
    inside.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
  }, text);
