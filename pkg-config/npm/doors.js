// Doors to what a page may have put its own in place of, and that may throw there. Each answers with a promise, or with nothing.

/** So long a file may take, in milliseconds: more than the largest guide needs on a slow phone line (2 MiB at 400 kbit/s). */
const PATIENCE = 45_000;

/** What was fetched, by its address, and whether it is for use again: who carries on after a fault needs no network for it. */
const texts = new Map();
let isAgain = false;

/** Fetches a file as text. Gives up after a while, so that nobody looks at an empty place for ever. */
async function fetchText(address) {
  if (isAgain && texts.has(address)) return texts.get(address);
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw answer.status;
  texts.set(address, await answer.text());
  return texts.get(address);
}

/** Puts text on the clipboard, in the very press that asked for it. It is missing on plain http, and where the browser or the person says no. */
async function copyText(text) {
  await navigator.clipboard.writeText(text);
}

/** The console says once what is wrong, however many elements it is wrong with. */
const complaints = new Set();
function complain(message, how = 'warn') {
  if (complaints.has(message)) return;
  complaints.add(message);
  try {
    console[how](message);
  } catch {
    // A page's own console may throw; the event tells of the same.
  }
}

/** Fires an event on the element. A host's own listener may throw; the conversation goes on. */
function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`what-matters-${name}`, { bubbles: true, composed: true, detail: JSON.parse(detail) }));
}

/** Tells of trouble, with the first few problems of a guide and their places on the console. */
function tellTrouble(element, code, message, report) {
  const problems = JSON.parse(report);
  const places = problems.slice(0, 5).map((one) => `\n  line ${one.line}, column ${one.column}: ${one.message} ${one.hint}`);
  if (problems.length > 5) places.push('\n  … and more; the event what-matters-trouble has them all.');
  // That others' lists have mistakes in them is worth knowing, and no fault of the page.
  complain(`<what-matters> ${code}: ${message}.${places.join('')}`, code === 'services-warnings' ? 'info' : 'warn');
  tell(element, 'trouble', JSON.stringify({ code, message, problems }));
}

/** So large a file may be, in bytes: more than any summary, and little enough for an old phone. */
const LARGEST = 4 * 1024 * 1024;

/** Reads a file as text. */
async function readFile(file) {
  if (file.size > LARGEST) throw new RangeError('too large');
  return file.text();
}

/** Lets the person choose a file. Where they choose none, nothing comes of it. */
function chooseFile() {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.html,.htm,text/html';
    input.addEventListener('change', () => input.files[0] && readFile(input.files[0]).then(resolve, reject));
    input.click();
  });
}

/** A file as the share sheet takes it: with the ending its kind has. */
const asFile = (name, kind, body) => new File([body], `${name}.html`, { type: kind });

/** Whether the device has a share sheet that takes such a file. */
function canShare() {
  try {
    return navigator.canShare?.({ files: [asFile('my-summary', 'text/html', '')] }) ?? false;
  } catch {
    return false;
  }
}

async function shareFile(name, kind, body) {
  await navigator.share({ files: [asFile(name, kind, body)] });
}

function randomBytes(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** Comes true when what was just put on the screen has been painted, or soon after where nothing is painted. */
function onceDrawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 300);
  });
}

/** So long words wait before they are written, in milliseconds: what is typed in one go is written in one go, and no more than a second is ever lost. */
const MOMENT = 500;

/** Comes true in a moment, or at once when the page is put away: a phone may never come back to it. */
function inAMoment() {
  return new Promise((resolve) => {
    const now = () => {
      if (document.visibilityState === 'visible' && !over) return;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', now);
      removeEventListener('pagehide', leaves);
      resolve();
    };
    let over = false;
    const leaves = () => {
      over = true;
      now();
    };
    const timer = setTimeout(leaves, MOMENT);
    document.addEventListener('visibilitychange', now);
    addEventListener('pagehide', leaves);
  });
}
