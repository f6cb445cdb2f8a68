/** A text of the locale file in which some words are drawn, for example a link in `Open the <settings>settings</settings>`. */
import { type ComponentChildren, Fragment } from 'preact';

interface SentenceProps {
  text: string;
  /** Draws the words between the tags of its name, or what stands for `<name/>`, which has none. */
  parts: Record<string, (words: string) => ComponentChildren>;
}

/** `<name>words</name>` or `<name/>`; tags do not nest. */
const TAG = /<(\w+)>(.*?)<\/\1>|<(\w+)\/>/s;

/** Shows a text with its parts drawn; what a translator tagged by mistake is shown as it is. */
export function Sentence({ text, parts }: SentenceProps) {
  const [whole, paired, words = '', single] = TAG.exec(text) ?? [];
  if (whole === undefined) return <>{text}</>;
  const at = text.indexOf(whole);
  const draw = parts[paired ?? single ?? ''];
  return (
    <>
      {text.slice(0, at)}
      <Fragment>{draw ? draw(words) : whole}</Fragment>
      <Sentence text={text.slice(at + whole.length)} parts={parts} />
    </>
  );
}
