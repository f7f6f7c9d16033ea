// What runs: an instance of the program, with a glue of its own. One that broke is never called again, whoever still holds something of it.

/** Errors after which nothing in an instance can be trusted: it stopped midway. */
const { RuntimeError } = WebAssembly ?? {};
const isBroken = (error) => (RuntimeError && error instanceof RuntimeError) || /call stack|too much recursion/i.test(error?.message);

/** In place of an instance that broke. What it had begun ends at its next word with the page; what comes later comes to nothing. */
const ENDING = new Proxy({}, { get: () => { throw new Error('the program broke'); } });
const ENDED = new Proxy({}, { get: () => Object.assign(() => [], { get() {}, set() {} }) });

/** Starts an instance. `broke` is told once, when nothing of it is running any more. */
async function begin(module, broke) {
  const own = glue();
  const program = { ...own, hasEnded: false, place: '' };
  let depth = 0;
  const takeOff = (exports) => {
    try {
      own.finish({ exports });
    } catch {
      // There is nothing left of it that could be told.
    }
  };
  const end = (place = '') => {
    if (program.hasEnded) return;
    program.hasEnded = true;
    program.place = place;
    takeOff(ENDING);
  };
  /** Every way into the program. What breaks it is no error of the page. */
  const watched = (call) => (...given) => {
    depth += 1;
    try {
      return call(...given);
    } catch (error) {
      if (isBroken(error)) end();
      if (!program.hasEnded || depth > 1) throw error;
      return [];
    } finally {
      depth -= 1;
      if (program.hasEnded && depth === 0) {
        takeOff(ENDED);
        broke(program);
      }
    }
  };
  const instance = await WebAssembly.instantiate(module, own.imports());
  program.exports = instance.exports;
  const all = Object.entries(instance.exports).map(([name, one]) => [name, typeof one === 'function' ? watched(one) : one]);
  own.finish({ exports: Object.fromEntries(all) }, module);
  own.onPanic(end);
  return program;
}
