/** The one way in which the protocol's calls are sent and served. */
import type { Runtime } from 'webextension-polyfill';
import { reasonOf } from '../domain/error-reason';
import type { Handlers, Remote, Sender } from './messages';

type AnyCalls = { [name: string]: (...args: never[]) => unknown };

interface Request {
  call: string;
  args: unknown[];
}
type Reply = { ok: true; value: unknown } | { ok: false; error: string };

/** The two functions of `browser.runtime` and `browser.tabs` that the protocol stands on. */
type Send = (request: Request) => Promise<unknown>;

/** Makes a remote from one sending function. */
export function remote<C>(send: Send): Remote<C> {
  return new Proxy({} as Remote<C>, {
    get:
      (_, call) =>
      async (...args: unknown[]) => {
        const reply = (await send({ call: String(call), args })) as Reply | undefined;
        if (!reply) throw new Error('No answer came. Reload the page and try again.');
        if (!reply.ok) throw new Error(reply.error);
        return reply.value;
      },
  });
}

/** `runtime.onMessage`, of which only this is needed. */
interface MessageSource {
  addListener(listener: Runtime.OnMessageListener): void;
}

/**
 * Serves calls: adds one listener, synchronously. A call with no handler here is left to other listeners.
 * `mayCall` decides by the sender, never by the message; a refusal is answered, so that the caller learns of it.
 * `sendResponse` with `return true` is the one form that every browser, the polyfill and the test double accept.
 */
export function serve<C>(
  source: MessageSource,
  handlers: Handlers<C>,
  mayCall: (call: string, sender: Sender) => boolean,
): void {
  const table = new Map(Object.entries(handlers as AnyCalls)) as unknown as Map<
    string,
    (args: unknown[], sender: Sender) => unknown
  >;
  const listen = (message: unknown, sender: Sender, sendResponse: (reply: Reply) => void): true | undefined => {
    const request = parseRequest(message);
    const handler = request && table.get(request.call);
    if (!handler) return undefined;
    if (!mayCall(request.call, sender)) {
      sendResponse({ ok: false, error: 'This page may not ask for that.' });
      return undefined;
    }
    // The handler runs within the event: Chrome opens its side panel for a press on a page only in the same turn.
    new Promise((resolve) => resolve(handler(request.args, sender))).then(
      (value) => sendResponse({ ok: true, value: value ?? null }),
      (error: unknown) => sendResponse({ ok: false, error: reasonOf(error) }),
    );
    return true;
  };
  // The types know listeners that always answer and ones that never do; this one answers what is its own.
  source.addListener(listen as Runtime.OnMessageListener);
}

function parseRequest(message: unknown): Request | null {
  if (typeof message !== 'object' || message === null) return null;
  const { call, args } = message as Partial<Request>;
  return typeof call === 'string' && Array.isArray(args) ? { call, args } : null;
}
