/**
 * All of the network, on this machine: a proxy behind which the fixtures' sites answer over https under their own names.
 * What is asked of any other site is refused and remembered, as it would have left the machine.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { generate } from 'selfsigned';
import { answer, fixtureHosts } from './fixture-pages';
import { type Asker, judgeFixture, judgeUnknown, record } from './request-record';

export interface Network {
  /** The proxy's port on 127.0.0.1, for http and https. */
  port: number;
  /** Addresses, or hosts with ports, that were asked for and that no page and no test of the feed explains. */
  strayRequests: string[];
  close(): void;
}

/** `hosts` are a test's own servers, which answer over https: names with their ports on 127.0.0.1, looked up at each request. */
export async function startNetwork(hosts: Readonly<Record<string, number>> = {}): Promise<Network> {
  const strayRequests: string[] = [];
  const note = (address: string, asker: Asker) => {
    record(address, asker);
    if (asker === 'stray') strayRequests.push(address);
  };
  const serve = (address: string, { headers }: IncomingMessage, response: ServerResponse) => {
    const reply = answer(address);
    note(address, reply ? judgeFixture(address, headers) : judgeUnknown(address));
    if (reply) response.writeHead(reply.status, reply.headers).end(reply.body);
    else response.writeHead(403).end();
  };
  const { private: key, cert } = await certificate();
  const sites = createSecureServer({ key, cert }, (request, response) =>
    serve(`https://${request.headers.host}${request.url}`, request, response),
  );
  const proxy = createServer((request, response) => serve(request.url ?? '', request, response));
  proxy.on('connect', ({ url = '' }, socket) => {
    // A browser that is closed resets its connections, those that were refused too.
    socket.on('error', () => socket.destroy());
    const { hostname, port } = new URL(`tunnel://${url}`);
    if (port !== '443' || !(hostname in hosts || fixtureHosts.has(hostname))) {
      note(url, judgeUnknown(url));
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    if (hostname in hosts) note(url, 'feed');
    const site = connect(hosts[hostname] ?? portOf(sites), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      site.pipe(socket).pipe(site);
    });
    // A tab that is closed takes its connections with it.
    site.on('error', () => socket.destroy());
    socket.on('close', () => site.destroy());
  });
  await Promise.all([sites, proxy].map(listen));
  return {
    port: portOf(proxy),
    strayRequests,
    close() {
      for (const server of [sites, proxy]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/** One certificate for all sites, which the browsers under test are told to take. */
function certificate() {
  return generate([{ name: 'commonName', value: 'News sites on this machine' }], {
    extensions: [{ name: 'subjectAltName', altNames: [...fixtureHosts].map((value) => ({ type: 2, value })) }],
  });
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
