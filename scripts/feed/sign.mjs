/** `feed sign`: signs a checked edition. */
import { check } from './check.mjs';
import { pathOf, readBytes, readPem, requireArguments, requireOption, requireOutside, writeWhole } from './command.mjs';
import { loadSources } from './sources.mjs';

export const help = `usage: npm run feed -- sign FEED.json --key PRIVATE.pem [--published OLD.json]

Checks FEED.json as the check command does, and writes its signature beside it, to FEED.sig.json. The signature is over
the exact bytes of the file: whatever is changed in it afterwards, be it a space, needs another one.

Exit codes: 0 signed, 1 the document or the key is at fault, 2 the command was not understood.`;

export const options = { key: { type: 'string' }, published: { type: 'string' } };

export async function run({ published, ...values }, given) {
  const [path] = requireArguments(given, 'FEED.json');
  const keyPath = pathOf(requireOption(values, 'key', 'PRIVATE.pem'));
  requireOutside(keyPath);
  const { problems, document } = await check(path, published);
  if (problems.length > 0) {
    for (const problem of problems) console.error(`feed sign: ${path}: ${problem}`);
    console.error('feed sign: it was not signed');
    return 1;
  }
  const [{ signatureAddress }, { sign }] = await loadSources(
    'lib/domain/feed-address.ts',
    'lib/platform/feed-signature.ts',
  );
  const key = readPem(keyPath, 'PRIVATE KEY');
  const signature = await sign(readBytes(path), key).catch(() => {
    throw new Error(`${keyPath}: is not a key for ECDSA on P-256; npm run feed -- keygen makes one`);
  });
  const out = signatureAddress(path);
  writeWhole(out, signature);
  console.log(`Edition ${document.edition} is signed: ${out}`);
}
