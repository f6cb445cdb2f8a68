/** The calls about quotes: who sends what is checked, what is sent is parsed, and other pages are told of changes. */
import * as v from 'valibot';
import { parseAnnotation, parseDraft, parseEdit } from '../domain/annotation';
import * as store from './annotation-store';
import type { Database } from './database';
import type { ChangeEvent, Handlers, QuoteCalls, Sender } from './messages';

const Ids = v.array(v.pipe(v.string(), v.uuid()));
const Limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_000));
const Tags = v.object({ add: v.array(v.string()), remove: v.array(v.string()) });

interface Dependencies {
  connect: () => Promise<Database>;
  now: () => Date;
  newId: () => string;
  isOurPage: (sender: Sender) => boolean;
  announce: (event: ChangeEvent, ids: string[]) => void;
}

export function createQuoteHandlers({ connect, now, newId, isOurPage, announce }: Dependencies): Handlers<QuoteCalls> {
  return {
    async saveQuote([input], sender) {
      if (sender.tab?.incognito) throw new Error('Quotes from private windows are not kept.');
      const draft = parseDraft(input);
      // A page's own word on its address is not taken: a compromised page could file words under another's.
      const source = sender.url && !isOurPage(sender) ? { ...draft.source, url: sender.url } : draft.source;
      const outcome = await store.saveQuote(await connect(), { ...draft, source }, newId(), now());
      if (!outcome.duplicate) announce('annotationsChanged', [outcome.annotation.id]);
      return outcome;
    },
    async listAnnotations() {
      return store.listAnnotations(await connect());
    },
    async listNewest([limit]) {
      return store.listNewest(await connect(), v.parse(Limit, limit));
    },
    async readAnnotations([after, limit]) {
      return store.readAnnotations(await connect(), v.parse(v.nullable(v.string()), after), v.parse(Limit, limit));
    },
    async getAnnotations([ids]) {
      return store.getAnnotations(await connect(), v.parse(Ids, ids));
    },
    async countAnnotations() {
      return (await connect()).count('annotations');
    },
    async editAnnotations([ids, edit]) {
      const edited = await store.editAnnotations(await connect(), v.parse(Ids, ids), parseEdit(edit), now());
      announce(
        'annotationsChanged',
        edited.map(({ id }) => id),
      );
      return edited;
    },
    async tagAnnotations([ids, change]) {
      const { add, remove } = v.parse(Tags, change);
      const retag = ({ tags }: { tags: string[] }) =>
        parseEdit({ tags: [...tags.filter((tag) => !remove.includes(tag)), ...add] });
      const edited = await store.editAnnotations(await connect(), v.parse(Ids, ids), retag, now());
      announce(
        'annotationsChanged',
        edited.map(({ id }) => id),
      );
      return edited;
    },
    async deleteAnnotations([input]) {
      const ids = v.parse(Ids, input);
      await store.deleteAnnotations(await connect(), ids);
      announce('annotationsChanged', ids);
    },
    async restoreAnnotations([input]) {
      const annotations = v.parse(v.array(v.unknown()), input).map(parseAnnotation);
      await store.restoreAnnotations(await connect(), annotations);
      announce(
        'annotationsChanged',
        annotations.map(({ id }) => id),
      );
    },
  };
}
