/** Spans of text: half-open ranges of UTF-16 code units. */

/** From `start` up to but without `end`, in UTF-16 code units of the text it belongs to. */
export interface Span {
  start: number;
  end: number;
}
