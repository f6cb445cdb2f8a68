/** A proxy that refuses every request and remembers it: what arrives here would have left the machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OutsideWorld {
  port: number;
  requests: string[];
  close(): void;
}

export async function refuseOutsideWorld(): Promise<OutsideWorld> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    requests.push(request.url ?? '');
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
