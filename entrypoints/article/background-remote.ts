/** The content script's line to the background. */
import { type ContentToBackground, remote } from '../../lib/platform/messages';
import { pageRuntime } from '../../lib/platform/page-browser';

export const background = remote<ContentToBackground>(async (request) => {
  const runtime = pageRuntime();
  if (!runtime) throw new Error('The extension was updated. Reload the page to continue.');
  return runtime.sendMessage(request);
});
