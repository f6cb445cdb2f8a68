/** What the control of a marked passage is called. */
import { i18n } from '#i18n';

/** Longest part of a passage that names its control, in characters. */
const LENGTH = 90;

/**
 * Makes names from passages. What stands around a passage is asked for once: asking is slow, and not possible any more
 * after an update of the extension.
 */
export function createControlName(): (passage: string) => string {
  const [before = '', after = ''] = i18n.t('page.controlFor', { passage: '\n' }).split('\n');
  return (passage) => `${before}${shorten(passage)}${after}`;
}

function shorten(text: string): string {
  return text.length <= LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', LENGTH))}…`;
}
