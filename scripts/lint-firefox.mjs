/** Mozilla's own linter on the Firefox build: no errors, and no warning that is not understood. */
import { runTool } from './tools.mjs';

/** Warnings that are understood, with the reason why they may stay. */
export const ALLOWED_WARNINGS = {
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION:
    'For the desktop alone, so no gecko_android: Firefox for Android has no context menu, commands or sidebar.',
  UNSAFE_VAR_ASSIGNMENT:
    'Preact assigns innerHTML for dangerouslySetInnerHTML, which our source may not name (a test).',
};

/** What is wrong with the build in a folder, a line each; empty where nothing is. */
export function lintForFirefox(folder) {
  const { stdout, stderr } = runTool('web-ext', [
    'lint',
    `--source-dir=${folder}`,
    '--no-config-discovery',
    '--output=json',
  ]);
  if (!stdout.startsWith('{')) return [`web-ext lint failed:\n${stdout}${stderr}`];
  const { errors, warnings } = JSON.parse(stdout);
  return [...errors, ...warnings.filter(({ code }) => !(code in ALLOWED_WARNINGS))].map(
    ({ code, file, line, message }) => `${file}:${line} ${code}: ${message}`,
  );
}
