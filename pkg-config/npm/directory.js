// What is on offer nearby: the lists that a page names come into a program of their own, which answers what is asked of them.
// Each widget has an instance of its own, so that one that broke, or is done with, goes as a whole.

/** So many bytes a list may have: as it is written, and packed. */
const WRITTEN = 8_000_000;
const PACKED = 120_000_000;
/** What is zipped begins with it, and no JSON does; nor with a `w`, as a packed list. */
const ZIPPED = 0x1f;
/** So long it works before the page has its turn, in milliseconds. */
const TURN = 20;

/** Why a list is not taken, as the program names it. */
const MISSING = 1;
const LARGE = 2;
const DAMAGED = 3;

/** The directory of each element, with what it was made of and what was told of that. */
const directories = new WeakMap();

let compiledDirectory;
/** Starts an instance. It takes numbers alone, so it needs no glue: what is text goes through its memory. */
async function beginDirectory() {
  compiledDirectory ??= fetchWasm('__DIRECTORY_FILE__', '__DIRECTORY_INTEGRITY__').then(compile);
  try {
    const { exports } = await WebAssembly.instantiate(await compiledDirectory, { a: { a() {} } });
    return exports;
  } catch (error) {
    compiledDirectory = undefined;
    throw error;
  }
}

let turnEnds = 0;
/** Lets the page have its turn, where it is time. */
async function breathe() {
  if (performance.now() < turnEnds) return;
  await new Promise((resolve) => setTimeout(resolve));
  turnEnds = performance.now() + TURN;
}

/** Hands on a stream chunk by chunk, unless there is more of it than may be of what it begins as. */
async function handOn(stream, size, take) {
  const reader = stream.getReader();
  let most;
  for (let sum = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    most ??= value[0] === ZIPPED || value[0] === 0x77 ? PACKED : WRITTEN;
    if (sum + value.length > most || size > most) {
      reader.cancel().catch(() => {});
      throw LARGE;
    }
    take(value, sum);
    sum += value.length;
    await breathe();
  }
}

/** What stands at an address, or was given as text; or else why it cannot be had. */
async function fetchList(list) {
  if (typeof list !== 'string') {
    const blob = new Blob(list);
    return blob.size > WRITTEN ? LARGE : blob;
  }
  const chunks = [];
  try {
    const response = await fetch(list, { signal: AbortSignal.timeout(2 * PATIENCE) });
    if (!response.ok) return MISSING;
    await handOn(response.body, response.headers.get('content-length'), (chunk) => (chunks[chunks.length] = chunk));
    return new Blob(chunks);
  } catch (error) {
    return error === LARGE ? LARGE : MISSING;
  }
}

/** Feeds a program with bytes. */
const feed = ({ memory }, bytes, address) => new Uint8Array(memory.buffer, address, bytes.length).set(bytes);

/** Feeds it with a text, all at once. */
function feedText(program, text) {
  const bytes = new TextEncoder().encode(text);
  feed(program, bytes, program.reserve(bytes.length));
}

/** So many bytes that it says. */
const answer = ({ memory, told }, length) => new Uint8Array(memory.buffer, told(), length);
const answerText = (program, length) => new TextDecoder().decode(answer(program, length));

/** Feeds it with what was fetched. How large something is that was zipped stands at its end; there is room for it once it is seen to be what may be so large. */
async function feedBlob(program, blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (bytes[0] !== ZIPPED) return feed(program, bytes, program.reserve(bytes.length));
  const size = new DataView(bytes.buffer).getUint32(bytes.length - 4, true);
  if (size > PACKED) throw DAMAGED;
  let address;
  await handOn(blob.stream().pipeThrough(new DecompressionStream('gzip')), size, (chunk, at) => {
    if (at + chunk.length > size) throw DAMAGED;
    feed(program, chunk, (address ??= program.reserve(size)) + at);
  });
}

/** Has a program take up what was fetched, a map or a list. What is wrong with it comes back, after a code and a space. */
async function takeUp(program, blob, isMap) {
  let why = blob;
  if (blob instanceof Blob) {
    try {
      await feedBlob(program, blob);
      why = 0;
    } catch (error) {
      if (isBroken(error)) throw error;
      why = error === LARGE ? LARGE : DAMAGED;
    }
  }
  if (isMap) return answerText(program, program.takeMap(why));
  program.takeList(why);
  while (program.goOn()) await breathe();
  return answerText(program, program.wrong());
}

/**
 * Opens the directory of an element: addresses, or a text in a list, and where the map is, if it is not ours.
 * It answers with what is wrong with the map, with each list, and with how many services there are; with nothing where another was opened meanwhile.
 */
async function openIdeas(element, lists, map, words, ...day) {
  const source = JSON.stringify([lists, map, words, day]);
  const last = directories.get(element);
  // Who carries on after a fault needs no network for it.
  if (last?.source === source && last.program) return last.told;
  const told = [];
  const own = { source, told };
  directories.set(element, own);
  const isWanted = () => directories.get(element) === own;
  try {
    const coming = [];
    for (const list of [map ?? [''], ...lists]) coming[coming.length] = fetchList(list);
    let program = await beginDirectory();
    for (const one of coming) told[told.length] = await takeUp(program, await one, told.length === 0);
    const packed = answer(program, program.packed());
    if (packed.length > 0) {
      // What it took to read them goes with the instance that did.
      program = await beginDirectory();
      feed(program, packed, program.reserve(packed.length));
      program.takeList(0);
    }
    feedText(program, words);
    told[told.length] = String(program.open(...day));
    own.program = program;
    if (isWanted()) return told;
  } catch (error) {
    if (isWanted()) throw error;
  }
}

/** What the directory of an element says; nothing where it broke. */
function askIdeas(element, asked) {
  try {
    const { program } = directories.get(element);
    feedText(program, asked);
    return answerText(program, program.ask());
  } catch {
    directories.delete(element);
    return '';
  }
}
