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

/** Reads all files that were chosen, and shows what came of each. */
async function checkAll(files) {
  if (files.length === 0) return;
  status.textContent = 'Reading…';
  reports.replaceChildren();
  try {
    begun ??= program();
    await begun;
    const [own] = map.files;
    const mapText = own ? await own.text() : '';
    if (own) show(own.name, checkMap(own.name, mapText));
    for (const file of files) show(file.name, check(file.name, await file.text(), mapText, today()));
    status.textContent = files.length === 1 ? `${files[0].name} was read.` : `${files.length} files were read.`;
  } catch {
    begun = undefined;
    status.textContent = 'This browser could not read it. The command says the same, as the page on how to write a list tells.';
  }
}

lists.addEventListener('change', () => checkAll(lists.files));
map.addEventListener('change', () => checkAll(lists.files));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  checkAll(event.dataTransfer.files);
});
form.hidden = false;
