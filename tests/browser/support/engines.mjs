// The same few doings in three engines, each spoken to in the protocol it has.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CANARY } from './canary.mjs';
import { chromium, program, tool } from './tools.mjs';

/**
 * An engine can: `goto` an address, `look` with a function's answer, find an `element` for `click` and `write`, press `shift`, `paste`, and `close`.
 * When it is closed, no typed word may be where a script of the page can see it.
 */
export const ENGINES = { Chromium: watched(inChromium), Firefox: watched(inFirefox), WebKitGTK: watched(inWebKit) };

function watched(start) {
  return async () => {
    const engine = await start();
    const close = async () => {
      // A page that is gone holds nothing.
      const held = await engine.look(holds, CANARY).catch(() => []);
      await engine.close();
      assert.deepEqual(held, []);
    };
    return { ...engine, close };
  };
}

/** Where a word stands in the page that must be in none of these. It runs in the browser. */
function holds(word) {
  const text = (of) => {
    try {
      return JSON.stringify(of()) ?? '';
    } catch {
      return '';
    }
  };
  const places = {
    address: text(() => location.href),
    title: document.title,
    history: text(() => history.state),
    localStorage: text(() => ({ ...localStorage })),
    sessionStorage: text(() => ({ ...sessionStorage })),
    cookie: text(() => document.cookie),
    light: document.documentElement.outerHTML,
    performance: text(() => performance.getEntries().map(({ name, detail }) => [name, detail])),
  };
  return Object.keys(places).filter((place) => places[place].includes(word));
}

async function inChromium() {
  const browser = await chromium();
  const page = await (await browser.newContext()).newPage();
  return { ...throughPage(page), paste: () => page.keyboard.press('Control+v'), close: () => browser.close() };
}

async function inFirefox() {
  const browser = await tool('puppeteer-core').launch({ browser: 'firefox', executablePath: program('firefox-esr', 'firefox'), headless: true });
  const page = await browser.newPage();
  const paste = async () => {
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
  };
  return { ...throughPage(page), paste, close: () => browser.close() };
}

/** Playwright and Puppeteer name these alike. */
const throughPage = (page) => ({
  goto: (address) => page.goto(address),
  look: (act, value) => page.evaluate(called(act, value)),
  element: async (find, value) => (await page.evaluateHandle(called(find, value))).asElement(),
  click: (element) => element.click(),
  shift: () => page.keyboard.press('Shift'),
  write: async (element, text) => {
    await element.focus();
    await page.keyboard.type(text);
  },
});

/** A function as text, called with a value: what every protocol can carry. */
const called = (act, value) => `(${act})(${JSON.stringify(value)})`;

const KEY = 'element-6066-11e4-a52e-4f735466cecf';
const CONTROL = '\ue009';
const SHIFT = '\ue008';

async function inWebKit() {
  const port = await freePort();
  const { screen, stop } = await started(port);
  try {
    await listening(screen, port);
    const { sessionId } = await asked(port, 'POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } } },
    });
    const ask = (method, path, body) => asked(port, method, `/session/${sessionId}${path}`, body);
    const keys = (...all) => ask('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions: all.map(([type, value]) => ({ type, value })) }] });
    const run = (act, value) =>
      ask('POST', '/execute/async', { script: `const done = arguments[0]; Promise.resolve(${called(act, value)}).then(done)`, args: [] });
    return {
      goto: (url) => ask('POST', '/url', { url }),
      look: run,
      element: run,
      async click(element) {
        // The driver clicks where a thing was before it scrolled there, so it is brought there first.
        await ask('POST', '/execute/async', { script: `arguments[0].scrollIntoView({ block: 'center' }); requestAnimationFrame(() => requestAnimationFrame(arguments[1]))`, args: [element] });
        await ask('POST', `/element/${element[KEY]}/click`, {});
      },
      write: (element, text) => ask('POST', `/element/${element[KEY]}/value`, { text }),
      shift: () => keys(['keyDown', SHIFT], ['keyUp', SHIFT]),
      paste: () => keys(['keyDown', CONTROL], ['keyDown', 'v'], ['keyUp', 'v'], ['keyUp', CONTROL]),
      close: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The driver on a screen of its own, in a group of its own that goes whole, whatever happens here. */
async function started(port) {
  const script = 'echo $$; exec "$@"';
  const screen = spawn(program('xvfb-run'), ['-a', 'sh', '-c', script, 'sh', program('WebKitWebDriver'), `--port=${port}`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    // As root its sandbox cannot start, and a screen of no hardware has no compositing.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const killAll = () => killed(-screen.pid, 'SIGKILL');
  process.on('exit', killAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  const gone = once(screen, 'exit');
  const [driver] = await Promise.race([once(screen.stdout, 'data'), gone.then(() => ['0'])]);
  return {
    screen,
    /** The driver first, so that the screen ends by itself and takes its own files away. */
    async stop() {
      killed(Number(driver), 'SIGTERM');
      await gone;
      killAll();
      process.off('exit', killAll);
    },
  };
}

function killed(id, signal) {
  try {
    if (id) process.kill(id, signal);
  } catch {
    // It is gone already.
  }
}

/** Waits until the driver answers; it says nothing when it is ready. */
async function listening(screen, port) {
  while (screen.exitCode === null) {
    const answer = await asked(port, 'GET', '/status').catch(() => undefined);
    if (answer?.ready) return;
  }
  throw new Error('WebKitWebDriver ended before it was ready');
}

async function asked(port, method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** The browser that comes with the driver stands in the library's own folder. */
function miniBrowser() {
  for (const libraries of ['/usr/lib', '/usr/libexec', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))]) {
    for (const folder of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
      const path = join(libraries, folder, 'MiniBrowser');
      if (existsSync(path)) return path;
    }
  }
  throw new Error('the browser of WebKitGTK, MiniBrowser, is not installed');
}
