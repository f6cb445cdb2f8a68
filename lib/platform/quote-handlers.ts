/** The calls about quotes: who sends what is checked, what is sent is parsed, and other pages are told of changes. */
import * as v from 'valibot';
import { i18n } from '#i18n';
import { type Annotation, parseAnnotation, parseDraft, parseEdit } from '../domain/annotation';
import * as store from './annotation-store';
import { browser } from './browser';
import type { Database } from './database';
import { markExported, postponeReminder, readReminder } from './export-reminder';
import type { ChangeEvent, Handlers, Sender } from './messages';
import type { AnchorCalls, LibraryState, QuoteCalls, Recovery } from './quote-calls';
import { copyFailure, readCopy } from './second-copy';
import { contentScript, runContentScript, TabId } from './tabs';

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

export function createQuoteHandlers({
  connect,
  now,
  newId,
  isOurPage,
  announce,
}: Dependencies): Handlers<Omit<QuoteCalls, keyof AnchorCalls>> {
  /** Runs with the database, and once more where the browser closed it in between. */
  async function use<R>(run: (db: Database) => Promise<R>): Promise<R> {
    try {
      return await run(await connect());
    } catch (error) {
      if ((error as { name?: unknown }).name !== 'InvalidStateError') throw error;
      return run(await connect());
    }
  }

  async function announceChanged(annotations: Promise<Annotation[]>): Promise<Annotation[]> {
    const changed = await annotations;
    announce(
      'annotationsChanged',
      changed.map(({ id }) => id),
    );
    return changed;
  }

  return {
    async saveQuote([input], sender) {
      if (sender.tab?.incognito) throw new Error(i18n.t('error.quoteInPrivate'));
      const sent = parseDraft(input);
      // A page's own word on its address is not taken: a compromised page could file words under another's.
      const draft =
        sender.url && !isOurPage(sender) ? parseDraft({ ...sent, source: { ...sent.source, url: sender.url } }) : sent;
      const outcome = await use((db) => store.saveQuote(db, draft, newId(), now()));
      if (!outcome.duplicate) announce('annotationsChanged', [outcome.annotation.id]);
      return outcome;
    },
    async listNewest([input]) {
      const limit = v.parse(Limit, input);
      return use((db) => store.listNewest(db, limit));
    },
    async readAnnotations([from, input]) {
      const [after, limit] = [v.parse(v.nullable(v.string()), from), v.parse(Limit, input)];
      return use((db) => store.readAnnotations(db, after, limit));
    },
    async getAnnotations([input]) {
      const ids = v.parse(Ids, input);
      return use((db) => store.getAnnotations(db, ids));
    },
    countAnnotations: () => use((db) => db.count('annotations')),
    async editAnnotations([input, change]) {
      const [ids, edit] = [v.parse(Ids, input), parseEdit(change)];
      return announceChanged(use((db) => store.editAnnotations(db, ids, edit, now())));
    },
    async tagAnnotations([input, change]) {
      const [ids, { add, remove }] = [v.parse(Ids, input), v.parse(Tags, change)];
      const retag = ({ tags }: Annotation) =>
        parseEdit({ tags: [...tags.filter((tag) => !remove.includes(tag)), ...add] });
      return announceChanged(use((db) => store.editAnnotations(db, ids, retag, now())));
    },
    async deleteAnnotations([input]) {
      const ids = v.parse(Ids, input);
      await use((db) => store.deleteAnnotations(db, ids));
      announce('annotationsChanged', ids);
    },
    async restoreAnnotations([input]) {
      const annotations = v.parse(v.array(v.unknown()), input).map(parseAnnotation);
      await use((db) => store.restoreAnnotations(db, annotations));
      await announceChanged(Promise.resolve(annotations));
    },
    async readSource([input]) {
      const tabId = await readableTab(input);
      return tabId === null ? null : contentScript(tabId).readSource();
    },
    async describeText([input, text]) {
      const [tabId, words] = [await readableTab(input), v.parse(v.string(), text)];
      return tabId === null ? null : contentScript(tabId).describeText(words);
    },
    getLibraryState: () => use(readLibraryState),
    dismissRecovery: () => use((db) => db.delete('meta', 'recovery')),
    async markExported([input]) {
      const ids = v.parse(Ids, input);
      await use((db) => markExported(db, ids));
    },
    postponeReminder: () => use(postponeReminder),
    listSetAside: () => use((db) => db.getAll('setAside')),
    async listCopy() {
      return (await readCopy()).annotations;
    },
  };
}

/** The id of a tab whose page may be read, under activeTab or a grant; null for one of a private window. */
async function readableTab(input: unknown): Promise<number | null> {
  const tabId = v.parse(TabId, input);
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab && !tab.incognito && (await runContentScript(tabId)) ? tabId : null;
}

async function readLibraryState(db: Database): Promise<LibraryState> {
  const [reminder, setAside, recovery] = await Promise.all([
    readReminder(db),
    db.count('setAside'),
    db.get('meta', 'recovery'),
  ]);
  return { reminder, setAside, recovery: (recovery ?? null) as Recovery | null, copyFailure: copyFailure() };
}
