/** A proxy that refuses every request and remembers it: what arrives here would have left the machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MASTODON_SERVER } from './fixture-pages';

export interface OutsideWorld {
  port: number;
  requests: string[];
  close(): void;
}

/** What a test opens, and what the browsers ask for on their own account, with any extension and none. */
const EXPECTED = [
  // A tab that the extension opens here may ask before the test can answer it.
  MASTODON_SERVER,
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'firefox.settings.services.mozilla.com',
  'update.googleapis.com',
];

export async function refuseOutsideWorld(): Promise<OutsideWorld> {
  const requests: string[] = [];
  const note = (address = '') => {
    if (!EXPECTED.some((host) => address.replace(/^http:\/\//, '').startsWith(host))) requests.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
