/** Stands in for webextension-polyfill, which refuses to load outside an extension: WXT's fake browser. */
export { fakeBrowser as default } from 'wxt/testing/fake-browser';
