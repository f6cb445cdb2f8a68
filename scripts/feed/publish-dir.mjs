/** `feed publish-dir`: lays out the files to put on a web host. */
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { pathOf, readBytes, readPem, readText, requireArguments, requireOption, writeWhole } from './command.mjs';
import { loadSources } from './sources.mjs';

export const help = `usage: npm run feed -- publish-dir FEED.json FOLDER --key PUBLIC.pub.pem [--address https://HOST/feed.json]

Verifies FEED.json's signature as the extension does, and writes to FOLDER: feed.json, feed.sig.json, a packed copy of
each (.gz and .br, for hosts that serve such), dataset.jsonld (the same as a schema.org Dataset) and _headers (for hosts
that read it; docs/feed.md gives the headers for others). Put all of it on any host; upload feed.sig.json last.

Exit codes: 0 written, 1 the document or its signature is at fault, 2 the command was not understood.`;

export const options = { key: { type: 'string' }, address: { type: 'string' } };

const HEADERS = `/*.json
  Content-Type: application/json
  Access-Control-Allow-Origin: *
  Cache-Control: public, max-age=0, must-revalidate
  X-Content-Type-Options: nosniff
`;

export async function run({ address, ...values }, given) {
  const [path, folder] = requireArguments(given, 'FEED.json', 'FOLDER');
  const key = readPem(pathOf(requireOption(values, 'key', 'PUBLIC.pub.pem')), 'PUBLIC KEY');
  const [{ signatureAddress, parseFeedAddress }, { signatureIn, isSignedBy, describeKey }, { parseFeed }, dataset] =
    await loadSources(
      'lib/domain/feed-address.ts',
      'lib/platform/feed-signature.ts',
      'lib/domain/feed.ts',
      'lib/domain/dataset.ts',
    );
  const bytes = readBytes(path);
  const file = signatureAddress(path);
  const text = readText(file);
  const signature = signatureIn(text);
  if (signature === null) throw new Error(`${file}: it is not of the form {"signature": "…"}`);
  if (!(await isSignedBy(bytes, signature, key))) {
    throw new Error(
      `${path}: its signature is not by the key ${await describeKey(key)}, or it was changed after it was signed`,
    );
  }
  const document = JSON.parse(new TextDecoder().decode(bytes));
  const { edition } = parseFeed(document);
  const described = dataset.describeDataset(document, address === undefined ? null : parseFeedAddress(address));
  const files = { 'feed.json': bytes, 'feed.sig.json': new TextEncoder().encode(text) };
  for (const [name, content] of Object.entries(files)) {
    writeWhole(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
    writeWhole(join(folder, `${name}.br`), brotliCompressSync(content));
    writeWhole(join(folder, name), content);
  }
  writeWhole(join(folder, 'dataset.jsonld'), `${JSON.stringify(described, null, 2)}\n`);
  writeWhole(join(folder, '_headers'), HEADERS);
  console.log(`Edition ${edition} is ready in ${folder}. Put its files on the host, feed.sig.json last.`);
}
