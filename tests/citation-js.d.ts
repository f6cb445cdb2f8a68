/** Citation.js has no types of its own: what the tests use of it. */
declare module '@citation-js/core' {
  /** Reads any format whose plugin is loaded. */
  export class Cite {
    constructor(text: string);
    /** CSL-JSON. */
    data: unknown[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
