/** Run by the browser on pages that quotes were saved from, before article.js, which then asks for them. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** What quoted.js leaves in our isolated world. */
export interface QuotedWorld {
  timeToTalkIaptQuoted?: true;
}

export default defineUnlistedScript(() => {
  (globalThis as QuotedWorld).timeToTalkIaptQuoted = true;
});
