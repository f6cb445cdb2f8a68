/** Where the browsers are that tests and `npm start` drive. */
import { existsSync } from 'node:fs';

/** The first of the paths where a file exists, or undefined. */
function firstExisting(paths) {
  return paths.find((path) => path && existsSync(path));
}

/** Chromium or Chrome: CHROMIUM_PATH, else the usual places; undefined where there is none. */
export function chromiumPath() {
  return firstExisting([
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]);
}

/** Firefox 140 or newer: FIREFOX_PATH, else the usual places; undefined where there is none. */
export function firefoxPath() {
  return firstExisting([
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]);
}
