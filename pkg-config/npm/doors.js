// Doors to what a page may have put its own in place of, and that may throw there. Each answers with a promise, or with nothing.

/** So long a file may take, in milliseconds: more than the largest guide needs on a slow phone line (2 MiB at 400 kbit/s). */
const PATIENCE = 45_000;

/** Fetches a file as text. Gives up after a while, so that nobody looks at an empty place for ever. */
async function fetchText(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw answer.status;
  return answer.text();
}

/** Puts text on the clipboard, in the very press that asked for it. It is missing on plain http, and where the browser or the person says no. */
async function copyText(text) {
  await navigator.clipboard.writeText(text);
}

/** The console says once what is wrong, however many elements it is wrong with. */
const complaints = new Set();
function complain(message) {
  if (complaints.has(message)) return;
  complaints.add(message);
  try {
    console.warn(message);
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
  complain(`<what-matters> ${code}: ${message}.${places.join('')}`);
  tell(element, 'trouble', JSON.stringify({ code, message, problems }));
}
