/** `feed serve`: serves a folder over https on this machine, to try a feed before it is published. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { requireArguments, Usage } from './command.mjs';

export const help = `usage: npm run feed -- serve FOLDER [--port 8443]

Serves FOLDER's .json files at https://localhost:8443/ as a web host would: with an ETag, with leave for the extension to
read them, packed where FOLDER holds a packed copy. The certificate is made afresh and signed by nobody: open the address in the
browser once and accept it, then give the address and the public key to the extension in its settings. Ctrl+C ends it.

Exit codes: 0 ended, 1 the folder or the port can't be used, 2 the command was not understood.`;

export const options = { port: { type: 'string', default: '8443' } };

const PACKED = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

export async function run({ port }, given) {
  const [folder] = requireArguments(given, 'FOLDER');
  if (!/^\d{1,5}$/.test(port)) throw new Usage(`“${port}” is no port`);
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const server = createServer({ key, cert }, (request, response) => answer(folder, request, response));
  await new Promise((resolve, reject) => {
    server.on('error', (error) =>
      reject(
        new Error(error.code === 'EADDRINUSE' ? `port ${port} is in use; name another with --port` : error.message),
      ),
    );
    server.listen(Number(port), '127.0.0.1', resolve);
  });
  console.log(`https://localhost:${server.address().port}/ serves ${folder}`);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
  server.closeAllConnections();
  server.close();
}

function answer(folder, { url, method, headers }, response) {
  const [path = ''] = url.split('?');
  const file = join(folder, path);
  const isServed = (method === 'GET' || method === 'HEAD') && /^\/[\w-][\w.-]*\.json$/.test(path) && existsSync(file);
  if (!isServed) return response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
  const accepted = (headers['accept-encoding'] ?? '').split(/[\s,]+/);
  const [encoding, ending] = PACKED.find(([name, end]) => accepted.includes(name) && existsSync(file + end)) ?? [
    null,
    '',
  ];
  const bytes = readFileSync(file + ending);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const sent = {
    'content-type': 'application/json',
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    etag,
    ...(encoding && { 'content-encoding': encoding }),
  };
  console.log(`${method} ${path} ${headers['if-none-match'] === etag ? 304 : 200}`);
  if (headers['if-none-match'] === etag) return response.writeHead(304, sent).end();
  response.writeHead(200, { ...sent, 'content-length': bytes.length }).end(method === 'HEAD' ? undefined : bytes);
}
