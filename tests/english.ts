/** The browser's part in texts, for tests that run outside an extension: `i18n.getMessage` over the real locale file. */
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The messages of the default locale, as the build writes them for the browser. */
    messages: Record<string, { message: string }>;
  }
}

/** As the browser does it: the message, with `$1` to `$9` filled in, or an empty string where there is none. */
export function getMessage(key: string, substitutions: string | (string | number)[] = []): string {
  const filled = [substitutions].flat().map(String);
  const message = inject('messages')[key]?.message ?? '';
  return message.replace(/\$(?:([1-9])|\$)/g, (_, number) => (number ? (filled[number - 1] ?? '') : '$'));
}
