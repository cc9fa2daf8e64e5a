// A static host on the loopback for one built tree: addresses without `.html`, the headers of its file `_headers`,
// text compressed as hosts do it, the nearest `404.html` with status 404.
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp',
  '.avif': 'image/avif', '.woff2': 'font/woff2', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8' };

/** Serves a folder; resolves to its origin and how to end it. */
export function serve(folder) {
  const rules = headerRules(join(folder, '_headers'));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://loopback').pathname);
    const found = fileAt(folder, path);
    // Browsers ask for it unasked, beside texts that are no pages, and it is no fault of a site to have none.
    if (!found && path === '/favicon.ico') return response.writeHead(204).end();
    const file = found ?? notFound(folder, path);
    const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' };
    for (const rule of rules) if (rule.covers(path)) Object.assign(headers, rule.headers);
    const bytes = readFileSync(file);
    const text = /^(text|application|image\/svg)/.test(headers['Content-Type']);
    response.writeHead(found ? 200 : 404, text ? { ...headers, 'Content-Encoding': 'gzip' } : headers);
    response.end(text ? gzipSync(bytes) : bytes);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({
      origin: `http://127.0.0.1:${server.address().port}`,
      close: () => server.closeAllConnections() ?? server.close(),
    }));
  });
}

/** The file that answers for a path, if there is one. */
export function fileAt(folder, path) {
  const candidates = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
  return candidates.map((candidate) => join(folder, candidate))
    .find((file) => file.startsWith(folder) && existsSync(file) && statSync(file).isFile());
}

function notFound(folder, path) {
  for (let place = dirname(join(folder, path, 'x')); place.startsWith(folder); place = dirname(place)) {
    if (existsSync(join(place, '404.html'))) return join(place, '404.html');
  }
  return join(folder, '404.html');
}

/** The rules of `_headers`: a path with `*`, and below it the headers, indented. */
function headerRules(file) {
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const header = /^\s+([\w-]+): (.*)$/.exec(line);
    if (header) rules.at(-1).headers[header[1]] = header[2];
    else if (line.startsWith('/')) rules.push({ covers: covering(line.trim()), headers: {} });
  }
  return rules;
}

function covering(pattern) {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${escaped.join('.*')}$`);
  return (path) => expression.test(path);
}
