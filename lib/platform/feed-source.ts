/** Fetches the feed's two files: the one place of the extension that asks anything of the network. */
import { i18n } from '#i18n';
import { signatureAddress } from '../domain/feed-address';

/** The longest document that is read, in bytes as they are after unpacking. */
const LONGEST = 2_000_000;
/** The longest that both files together may take, in milliseconds. */
const PATIENCE = 15_000;

/** Notes a request before it is made; what it returns notes the outcome. */
export type NoteRequest = (url: string) => Promise<(outcome: string) => Promise<void>>;

export interface FeedSource {
  /** The document, as its exact bytes. Rejects with an Error that gives the reason. */
  document(): Promise<Uint8Array<ArrayBuffer>>;
  /** The text of its signature file. */
  signature(): Promise<string>;
}

/** The files of the feed at an address, until `stopped` is aborted. Time runs from here on. */
export function openFeed(address: string, note: NoteRequest, stopped: AbortSignal): FeedSource {
  const signals = { patience: AbortSignal.timeout(PATIENCE), stopped };
  return {
    document: () => request(address, LONGEST, signals, note),
    async signature() {
      return decode(await request(signatureAddress(address), 1_000, signals, note));
    },
  };
}

/** What ends a request: the time that it may take, and the caller. */
interface Signals {
  patience: AbortSignal;
  stopped: AbortSignal;
}

/** Bytes as text. Throws where they are not UTF-8. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(i18n.t('feed.notText'));
  }
}

async function request(
  address: string,
  longest: number,
  signals: Signals,
  note: NoteRequest,
): Promise<Uint8Array<ArrayBuffer>> {
  const settle = await note(address);
  try {
    const bytes = await download(address, longest, AbortSignal.any([signals.patience, signals.stopped]));
    await settle(i18n.t('feed.received', { size: Math.ceil(bytes.length / 1_000) }));
    return bytes;
  } catch (cause) {
    const reason = describeFailure(cause, signals);
    await settle(reason);
    throw new Error(reason, { cause });
  }
}

async function download(address: string, longest: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const refused = new AbortController();
  const response = await fetch(address, {
    signal: AbortSignal.any([signal, refused.signal]),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Where it leads is hidden from us until it has been asked: so that no other host ever is, none is followed.
    redirect: 'manual',
    // The browser's own cache asks with the ETag that it knows: a header of ours would cost the host a second request.
    cache: 'no-cache',
  });
  try {
    requireAnswer(response);
    return await readUpTo(longest, response);
  } catch (error) {
    // What is not wanted is not left to run on.
    refused.abort();
    throw error;
  }
}

function requireAnswer(response: Response): void {
  // Only browsers hide what it was.
  const isRedirect = response.type === 'opaqueredirect' || Math.floor(response.status / 100) === 3;
  if (isRedirect) throw new Refusal(i18n.t('feed.redirected'));
  if (response.status !== 200) throw new Refusal(i18n.t('feed.badStatus', { status: response.status }));
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new Refusal(i18n.t('feed.notJson', { type: type.trim() || '?' }));
  }
}

/** The body as it is after unpacking, given up as soon as it is longer than allowed, whatever length was announced. */
async function readUpTo(longest: number, { body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    length += next.value.length;
    if (length > longest) throw new Refusal(i18n.t('feed.tooLong', { size: Math.ceil(longest / 1_000) }));
    chunks.push(next.value);
  }
  if (length === 0) throw new Refusal(i18n.t('feed.empty'));
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** An answer that came and was not taken; its message is for people. */
class Refusal extends Error {}

function describeFailure(error: unknown, { patience, stopped }: Signals): string {
  if (error instanceof Refusal) return error.message;
  if (stopped.aborted) return i18n.t('feed.stopped');
  if (patience.aborted) return i18n.t('feed.tooSlow', { seconds: PATIENCE / 1_000 });
  return i18n.t('feed.unreachable');
}
