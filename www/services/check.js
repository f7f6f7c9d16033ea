// The page where a list of services is dropped and its report read. Nothing of it leaves the browser.

const form = document.querySelector('form');
const status = document.querySelector('.status');
const reports = document.querySelector('.reports');
const [lists, map] = form.elements;

/** The file the program stands in, pinned by its hash. */
const program = async () => {
  const answer = await fetch(new URL('__WASM_FILE__', import.meta.url), { integrity: '__WASM_INTEGRITY__' });
  await __wbg_init({ module_or_path: new Response(await answer.arrayBuffer(), { headers: { 'content-type': 'application/wasm' } }) });
};
let begun;

/** So often something was chosen or dropped. What is still read of the time before counts no more. */
let turn = 0;

/** The day here, such as 2026-11-25. */
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** Shows a report under the name of its file. */
function show(name, text) {
  const heading = document.createElement('h2');
  heading.textContent = name;
  const report = document.createElement('pre');
  report.textContent = text;
  reports.append(heading, report);
}

/** The bytes of a file, or nothing where it cannot be opened, as a folder. */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Puts files where they go, a map among lists as the map, so that the form shows what counts as what. */
async function place(files, isOld) {
  const [own, maps] = [new DataTransfer(), new DataTransfer()];
  for (const file of files) {
    const bytes = await bytesOf(file);
    const isFirstMap = maps.files.length === 0 && bytes && isMap(bytes);
    (isFirstMap ? maps : own).items.add(file);
  }
  if (isOld()) return;
  if (maps.files.length > 0) map.files = maps.files;
  if (own.files.length > 0 || maps.files.length === 0) lists.files = own.files;
}

/** Reads all that the form has, together, and shows what came of each. */
async function checkAll(isOld) {
  const [own] = map.files;
  const files = own ? [own, ...lists.files] : [...lists.files];
  reports.replaceChildren();
  const check = new Check(today());
  for (const file of files) {
    const bytes = await bytesOf(file);
    if (isOld()) return;
    const read = file === own ? 'map' : 'feed';
    show(file.name, bytes ? check[read](file.name, bytes) : 'This file cannot be opened.');
  }
  check.free();
  const read = files.length === 1 ? `${files[0].name} was read.` : `${files.length} files were read.`;
  status.textContent = files.length === 0 ? '' : read;
}

/** Takes what was chosen or dropped. */
async function take(files) {
  turn += 1;
  const own = turn;
  const isOld = () => turn !== own;
  status.textContent = 'Reading…';
  try {
    begun ??= program();
    await begun;
    if (files) await place(files, isOld);
    if (!isOld()) await checkAll(isOld);
  } catch {
    begun = undefined;
    status.textContent = 'It could not be read here just now. Try again, or use the command, which says the same: the page on how to write a list tells how.';
  }
}

lists.addEventListener('change', () => take([...lists.files]));
map.addEventListener('change', () => take());
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length > 0) take([...event.dataTransfer.files]);
});
form.hidden = false;
