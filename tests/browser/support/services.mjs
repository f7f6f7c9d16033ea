// Lists of what is on offer nearby, and a look into the program that reads them, which no page has.
import { element, host } from './server.mjs';

/** A service by its id and name, with whatever else. */
export const service = (id, name, more = {}) => ({ id, name, status: 'active', ...more });

/** A list of so many services. */
export const list = (count, name = 'Walk') => Array.from({ length: count }, (_, at) => service(`${name}-${at}`, `${name} number ${at}`));

/** A page of the site with these attributes and, where it is given, a script that does something with the element. */
export const page = (attributes, script = '', headers = {}) =>
  host(`${element(attributes)}${script && `<script type="module">import '/what-matters.js'; const element = document.querySelector('what-matters'); ${script}</script>`}`, headers);

/** The program that reads lists, by its address. */
export const isDirectory = (address) => /\.directory\.[0-9a-f]+\.wasm$/.test(address);

/** What shows them, likewise. */
export const isNearby = (address) => /\.nearby\.[0-9a-f]+\.wasm$/.test(address);

/**
 * For the `before` of `open`: notes what each directory of the page says when it is opened, and lets a test ask it.
 * `breaks` names a way into the program that stops it, as a fault in it would.
 */
export const look = (breaks) => (page) =>
  page.addInitScript((breaks) => {
    const real = WebAssembly.instantiate;
    window.opened = [];
    WebAssembly.instantiate = async (module, imports) => {
      const instance = await real(module, imports);
      if (!WebAssembly.Module.exports(module).some(({ name }) => name === 'takeMap')) return instance;
      const { exports } = instance;
      const told = (length) => new Uint8Array(exports.memory.buffer, exports.told(), length);
      const own = {
        ...exports,
        packed() {
          const length = exports.packed();
          window.packed = [...told(length)];
          return length;
        },
        open(...day) {
          const count = exports.open(...day);
          window.opened.push(count);
          window.ask = (text) => {
            const bytes = new TextEncoder().encode(text);
            const address = exports.reserve(bytes.length);
            new Uint8Array(exports.memory.buffer, address, bytes.length).set(bytes);
            return JSON.parse(new TextDecoder().decode(told(exports.ask())));
          };
          return count;
        },
      };
      if (breaks) {
        own[breaks] = () => {
          throw new WebAssembly.RuntimeError('unreachable');
        };
      }
      return { exports: own };
    };
  }, breaks);

/** Waits until so many directories were opened, and says how many services each has. */
export async function opened(page, count = 1) {
  await page.waitForFunction((count) => window.opened.length >= count, count);
  return page.evaluate(() => window.opened);
}

/** The names of what is found for typed words, as the screen would ask. */
export const found = (page, typed) =>
  page.evaluate((typed) => window.ask(JSON.stringify({ typed, near: '', seed: 1, most: 20 })).cards.map(({ name }) => [name].flat()[0]), typed);
