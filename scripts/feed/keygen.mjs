/** `feed keygen`: makes a pair of keys. */
import { existsSync } from 'node:fs';
import { pemText, requireArguments, requireOutside, writeWhole } from './command.mjs';
import { loadSources } from './sources.mjs';

export const help = `usage: npm run feed -- keygen PRIVATE.pem

Makes a key to sign with, readable by you alone, and beside it PRIVATE.pub.pem, which everybody may have: the extension is
built with it, or it is pasted into its settings. The private key is never printed. Keep it outside the repository and
a copy somewhere safe: without it no installed extension takes another edition until it is updated.

Exit codes: 0 made, 1 there is a file already, or the place is inside the repository, 2 the command was not understood.`;

export async function run(_, given) {
  const [path] = requireArguments(given, 'PRIVATE.pem');
  const publicPath = path.replace(/(?:\.pem)?$/, '.pub.pem');
  requireOutside(path);
  for (const file of [path, publicPath]) {
    if (existsSync(file)) throw new Error(`${file}: is there already; a key is not written over`);
  }
  const [{ generateKeys, describeKey }] = await loadSources('lib/platform/feed-signature.ts');
  const { publicKey, privateKey } = await generateKeys();
  writeWhole(path, pemText(privateKey, 'PRIVATE KEY'), 0o600);
  writeWhole(publicPath, pemText(publicKey, 'PUBLIC KEY'));
  console.log(`Private key: ${path}\nPublic key:  ${publicPath}\nIts name:    ${await describeKey(publicKey)}`);
}
