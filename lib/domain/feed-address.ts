/** Where a feed is published and whose key signs it: what a person may give, and how the two files are named. */

/** The address of the document, and the public key that must have signed it. */
export interface FeedPlace {
  /** An https address that ends in `.json`. */
  address: string;
  /** An ECDSA P-256 public key: SubjectPublicKeyInfo in base64, without armour. */
  key: string;
}

const ADDRESS = /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?\/[^\s?#"'<>\\]*\.json$/;

/** What every SubjectPublicKeyInfo of an uncompressed P-256 key begins with (RFC 5480), and its length, in base64. */
const KEY_START = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE';
const KEY_LENGTH = 124;

/** The address from what a person typed. Throws an Error with the reason for the person to read. */
export function parseFeedAddress(input: string): string {
  const address = input.trim().replace(/^https:\/\/[^/]*/i, (origin) => origin.toLowerCase());
  if (!address) throw new Error('Give the address of the feed, such as https://results.example/feed.json.');
  if (!address.startsWith('https://')) throw new Error('The address of a feed begins with https://.');
  if (!ADDRESS.test(address))
    throw new Error(`“${address}” is not the address of a feed: it looks like https://results.example/feed.json.`);
  return address;
}

/** The key from the text of a PEM file, or from its base64 alone. Throws an Error with the reason for the person to read. */
export function parsePublicKey(input: string): string {
  if (/PRIVATE KEY/.test(input)) {
    throw new Error('This is a private key, which must never leave its owner. Give the public one.');
  }
  const key = input.replace(/-----(?:BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s+/g, '');
  if (!key) throw new Error('Give the publisher’s public key.');
  if (!key.startsWith(KEY_START) || key.length !== KEY_LENGTH || !/^[A-Za-z0-9+/]+==?$/.test(key)) {
    throw new Error('This is not the public key of a feed. It begins with -----BEGIN PUBLIC KEY-----.');
  }
  return key;
}

/** Where the signature of the document at an address stands: `feed.sig.json` beside `feed.json`. */
export function signatureAddress(address: string): string {
  return address.replace(/\.json$/, '.sig.json');
}
