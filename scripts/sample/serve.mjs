/** Serves the sample article on this machine, to this machine only. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

const FILES = { '/article.html': 'text/html; charset=utf-8', '/article.css': 'text/css; charset=utf-8' };

/** Starts on a free port. Resolves to the article's address, and what stops it. */
export async function serveSample() {
  const server = createServer(async ({ url }, response) => {
    const type = FILES[url];
    if (!type) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type }).end(await readFile(join(import.meta.dirname, url)));
  });
  await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${server.address().port}/article.html`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
