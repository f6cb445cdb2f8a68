/** The feed's signature: ECDSA on P-256 with SHA-256, over the exact bytes of the document. docs/feed.md says why this one. */
import * as v from 'valibot';

/** Fixed here: nothing that is downloaded has a say in how it is verified. */
const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The two numbers of a signature, 32 bytes each, in base64. */
const SignatureFile = v.strictObject({
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/, 'is not a signature')),
});

/** The signature in a signature file (base64); null where it is none, or holds anything else. */
export function signatureIn(text: string): string | null {
  try {
    return v.parse(SignatureFile, JSON.parse(text)).signature;
  } catch {
    return null;
  }
}

/** Whether the signature (base64) is by the key (SubjectPublicKeyInfo in base64) and over these bytes. */
export async function isSignedBy(bytes: Uint8Array<ArrayBuffer>, signature: string, key: string): Promise<boolean> {
  const publicKey = await crypto.subtle.importKey('spki', fromBase64(key), KEY, false, ['verify']);
  return crypto.subtle.verify(SIGNING, publicKey, fromBase64(signature), bytes);
}

/** Signs bytes with a private key (PKCS #8 in base64). Returns the text of the signature file. */
export async function sign(bytes: Uint8Array<ArrayBuffer>, key: string): Promise<string> {
  const privateKey = await crypto.subtle.importKey('pkcs8', fromBase64(key), KEY, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign(SIGNING, privateKey, bytes));
  return `${JSON.stringify({ signature: toBase64(signature) })}\n`;
}

/** A new pair of keys in base64: the public one as SubjectPublicKeyInfo, the private one as PKCS #8. */
export async function generateKeys(): Promise<{ publicKey: string; privateKey: string }> {
  const pair = await crypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.exportKey('spki', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { publicKey: toBase64(new Uint8Array(publicKey)), privateKey: toBase64(new Uint8Array(privateKey)) };
}

/** A short name of a key that two people can compare aloud: the first 16 hexadecimal digits of its SHA-256, in fours. */
export async function describeKey(key: string): Promise<string> {
  const digest = await digestOf(fromBase64(key));
  return digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}

/** SHA-256 in hexadecimal. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
