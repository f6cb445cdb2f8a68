/** A web host on this machine, with https, that serves a feed, or whatever a test makes it answer. */

import { createHash, X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { generate } from 'selfsigned';
import type { FeedDocument } from '../../lib/domain/feed-format';
import { sign } from '../../lib/platform/feed-signature';

export const FEED_HOST = 'results.example';
export const FEED_ADDRESS = `https://${FEED_HOST}/feed.json`;
export const JSON_HEADERS = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export class FeedHost {
  /** What was asked of it, in order. */
  readonly asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  reply: Reply = (response) => response.writeHead(404, JSON_HEADERS).end();

  private constructor(
    readonly port: number,
    /** By which Chromium knows its certificate. */
    readonly keyHash: string,
    readonly close: () => void,
  ) {}

  static async start(): Promise<FeedHost> {
    const { private: key, cert } = await generate([{ name: 'commonName', value: FEED_HOST }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: FEED_HOST }] }],
    });
    const server = createServer({ key, cert }, (request, response) => {
      host.asked.push({ path: request.url ?? '', headers: request.headers });
      host.reply(response, request);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host: FeedHost = new FeedHost(
      (server.address() as AddressInfo).port,
      hashKey(new X509Certificate(cert)),
      () => {
        server.closeAllConnections();
        server.close();
      },
    );
    return host;
  }

  /** Publishes a document under a signature by a key, as its owner does. */
  async publish(document: FeedDocument | Buffer, privateKey: string): Promise<void> {
    const bytes = Uint8Array.from(Buffer.isBuffer(document) ? document : Buffer.from(JSON.stringify(document)));
    const signature = await sign(bytes, privateKey);
    this.reply = (response, { url, headers }) => {
      const body = url === '/feed.json' ? bytes : signature;
      const etag = `"${bytes.length}-${signature.slice(15, 30)}"`;
      if (headers['if-none-match'] === etag) response.writeHead(304, { ...JSON_HEADERS, etag }).end();
      else response.writeHead(200, { ...JSON_HEADERS, etag, 'cache-control': 'no-cache' }).end(body);
    };
  }
}

/** The hash of the key of the server at a port of this machine. */
export function keyHashAt(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      const certificate = socket.getPeerX509Certificate();
      socket.destroy();
      if (certificate) resolve(hashKey(certificate));
    });
    socket.on('error', reject);
  });
}

function hashKey({ publicKey }: X509Certificate): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}
