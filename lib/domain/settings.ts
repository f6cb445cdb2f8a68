/** The person's settings: the defaults are the schema. */
import { type HiddenFigure, parseHiddenFigures } from './hidden-figure';
import { type Pause, parsePause } from './pause';
import { Refusal } from './refusal';

/** The look of our own surfaces: the system's, or one that the person chose. */
export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

export const DEFAULT_SETTINGS = {
  /** Host name of the person's Mastodon server, such as `mastodon.social`; empty until it was given. */
  mastodonServer: '',
  /** Figures that are not to be marked on a page or a site. */
  hidden: [] as HiddenFigure[],
  /** Whether the comments below an article are read as well. */
  readComments: false,
  /** Whether marks are printed with a page. */
  printMarks: false,
  appearance: 'system' as Appearance,
  /** Whether passages are marked on pages; where they are not, they are still counted and listed. */
  showMarks: true,
  /** While paused, nothing is read and nothing marked. */
  pause: null as Pause,
  /** Whether a button beside a selection offers to save it as a quote. */
  captureButton: true,
};

export type Settings = typeof DEFAULT_SETTINGS;

const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const MAX_HOST = 253;

/** Stored settings over the defaults; what is unknown or doesn't hold is dropped. */
export function parseSettings(input: unknown): Settings {
  const stored = (typeof input === 'object' && input ? input : {}) as { [K in keyof Settings]?: unknown };
  const { mastodonServer, hidden, readComments, printMarks, appearance, showMarks, pause, captureButton } = stored;
  return {
    hidden: parseHiddenFigures(hidden),
    readComments: readComments === true,
    printMarks: printMarks === true,
    appearance: APPEARANCES.find((known) => known === appearance) ?? DEFAULT_SETTINGS.appearance,
    showMarks: typeof showMarks === 'boolean' ? showMarks : DEFAULT_SETTINGS.showMarks,
    pause: parsePause(pause),
    captureButton: captureButton !== false,
    mastodonServer:
      typeof mastodonServer === 'string' && isHost(mastodonServer) ? mastodonServer : DEFAULT_SETTINGS.mastodonServer,
  };
}

/**
 * The host name of a Mastodon server from what a person typed or pasted: `mastodon.social`, the address of a profile,
 * or a handle such as `@me@mastodon.social`. Throws a Refusal: `empty`, or `not-a-server` of what was given.
 */
export function parseMastodonServer(input: string): string {
  const host = input
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^@?[^@/\s]+@/, '')
    .replace(/\/.*$/s, '')
    .toLowerCase();
  if (!host) throw new Refusal('empty');
  if (!isHost(host)) throw new Refusal('not-a-server', host);
  return host;
}

/** A public host name: labels and dots, no port, no address in numbers. */
function isHost(text: string): boolean {
  const labels = text.split('.');
  return (
    text.length <= MAX_HOST &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}
