// What runs: an instance of the program, with a glue of its own. One that broke is never called again, whoever still holds something of it.

/** Errors after which nothing in an instance can be trusted: it stopped midway. */
const RuntimeError = globalThis.WebAssembly?.RuntimeError;
const isBroken = (error) => (RuntimeError && error instanceof RuntimeError) || /call stack|too much recursion/i.test(error?.message);

/** Starts an instance. `broke` is told once, when nothing of it is running any more. */
async function begin(module, broke) {
  const own = glue();
  const program = { ...own, hasEnded: false, place: '' };
  let depth = 0;
  /** In place of an instance that broke: what it had begun ends at its next word with the page, and what comes later comes to nothing. */
  const exports = new Proxy({}, {
    get() {
      if (depth > 0) throw new Error('the program broke');
      return Object.assign(() => [], { get() {}, set() {} });
    },
  });
  const end = (place = '') => {
    if (program.hasEnded) return;
    program.hasEnded = true;
    program.place = place;
    try {
      own.finish({ exports });
    } catch {
      // There is nothing left of it that could be told.
    }
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
      if (program.hasEnded && depth === 0) broke(program);
    }
  };
  const instance = await WebAssembly.instantiate(module, own.imports());
  program.exports = instance.exports;
  const all = {};
  for (const [name, one] of Object.entries(instance.exports)) all[name] = typeof one === 'function' ? watched(one) : one;
  own.finish({ exports: all }, module);
  own.onPanic(end);
  return program;
}
