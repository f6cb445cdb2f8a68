/** The one import of the browser object for the background and the extension's own pages. */
export { default as browser } from 'webextension-polyfill';
