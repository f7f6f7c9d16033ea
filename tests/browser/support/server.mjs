// Serves the built site on a free port, with whatever a test wants to go wrong.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { root } from './tools.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.wasm': 'application/wasm', '.png': 'image/png', '.svg': 'image/svg+xml',
};

/** A server over `dist/`. `change(path)` may return `{status, type, headers, body, cut}`, or a promise of it, to put in place of what is there. */
export async function serve(change = () => undefined) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://site').pathname));
    const own = (await change(path)) ?? {};
    let body = own.body;
    try {
      body ??= await readFile(join(root, 'dist', path));
    } catch {
      own.status ??= path === '/favicon.ico' ? 204 : 404;
    }
    if (own.cut && body) body = body.subarray(0, own.cut);
    response.writeHead(own.status ?? 200, { 'content-type': own.type ?? TYPES[extname(path)] ?? 'application/octet-stream', ...own.headers });
    response.end(own.status && own.status !== 200 ? undefined : body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => server.close(done)) };
}

/** A host's page with something of its own in the body, for `change`. */
export const host = (body, headers = {}) => ({
  type: TYPES['.html'],
  headers,
  body: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A host</title></head><body>${body}</body></html>`,
});

/** The element as a host puts it in a page of the site, with attributes. */
export const element = (attributes = '') =>
  `<script type="module" src="/what-matters.js"></script><what-matters ${attributes}><p><a href="/paper/first-conversation.html">These questions on paper</a></p></what-matters>`;
