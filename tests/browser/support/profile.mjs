// A browser with a profile of its own, its processes, and a search through all that it writes to disk.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALONE, program, tool } from './tools.mjs';

/** No process waits for a page to come: where all that draw pages are killed, the next page would be given a dead one. */
const NO_SPARE = '--disable-features=SpareRendererForSitePerProcess';

/** Starts Chromium on a new profile folder. */
export async function profile() {
  const folder = mkdtempSync(join(tmpdir(), 'what-matters-profile-'));
  const { chromium } = tool('playwright-core');
  const start = () => chromium.launchPersistentContext(folder, { executablePath: program('chromium', 'chromium-browser', 'google-chrome'), args: [...ALONE, NO_SPARE] });
  return { folder, start, forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Every file of a folder that holds a text, as browsers write text: in bytes, or two bytes a letter. */
export function holding(folder, text) {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const found = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    let bytes;
    try {
      bytes = readFileSync(path);
    } catch {
      // A browser that runs takes files away while they are looked for.
      continue;
    }
    if (forms.some((form) => bytes.includes(form))) found.push(path.slice(folder.length + 1));
  }
  return found;
}

/** The processes that draw pages for the browser of a profile. */
function renderers(folder) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const all = stdout.split('\n').map((line) => line.trim().match(/^(\d+)\s+(\d+)\s+(.*)$/)).filter(Boolean).map(([, pid, parent, args]) => ({ pid: Number(pid), parent: Number(parent), args }));
  const own = new Set(all.filter(({ args }) => args.includes(`--user-data-dir=${folder}`)).map(({ pid }) => pid));
  for (let size = -1; size !== own.size; ) {
    size = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return all.filter(({ pid, args }) => own.has(pid) && args.includes('--type=renderer')).map(({ pid }) => pid);
}

/** Kills what draws a page, as a phone does that is short of memory. Nothing in the page is told. */
export async function kill(page, folder) {
  const crashed = page.waitForEvent('crash');
  const pids = renderers(folder);
  if (pids.length === 0) throw new Error('no process draws the page');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await crashed;
}
