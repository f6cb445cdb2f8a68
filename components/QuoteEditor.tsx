/** Changes a quote where it stands: what the person thinks of it, who said it, and where it comes from. */
import { i18n } from '#i18n';
import {
  type Annotation,
  type AnnotationEdit,
  FOLLOW_UPS,
  type FollowUp,
  STANCES,
  type Stance,
} from '../lib/domain/annotation';
import { followUpState } from '../lib/domain/annotation-change';
import type { Statistic } from '../lib/domain/statistic';
import { Day } from './Day';
import { QuoteForm } from './QuoteForm';
import { readSourceFields, SourceFields } from './SourceFields';

interface QuoteEditorProps {
  annotation: Annotation;
  statistics: Statistic[];
  /** Resolves once the change is kept; rejects with the reason it was not. */
  onSave(edit: AnnotationEdit): Promise<void>;
  onCancel(): void;
}

export function QuoteEditor({ annotation, statistics, onSave, onCancel }: QuoteEditorProps) {
  const state = followUpState(annotation);
  return (
    <QuoteForm
      submitLabel={i18n.t('common.save')}
      describeFailure={(reason) => i18n.t('quote.notChanged', { reason })}
      onSubmit={(fields) => onSave(readEdit(fields))}
      onCancel={onCancel}
    >
      <label class="field">
        {i18n.t('quote.note')}
        <textarea name="note" rows={3} defaultValue={annotation.note} autofocus />
      </label>
      <label class="field">
        {i18n.t('quote.tags')}
        <input name="tags" list="known-tags" defaultValue={annotation.tags.join(', ')} />
      </label>
      <div class="quote-editor-row">
        <label class="field">
          {i18n.t('quote.followUp')}
          <select name="followUp" defaultValue={state ?? ''}>
            <option value="" selected={state === null}>
              {i18n.t('followUp.none')}
            </option>
            {FOLLOW_UPS.map((value) => (
              <option key={value} value={value} selected={state === value}>
                {nameFollowUp(value)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {i18n.t('quote.stance')}
          <select name="stance">
            <option value="" selected={annotation.stance === null}>
              {i18n.t('stance.none')}
            </option>
            {STANCES.map((value) => (
              <option key={value} value={value} selected={annotation.stance === value}>
                {i18n.t(`stance.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {i18n.t('quote.speaker')}
          <input name="speaker" defaultValue={annotation.speaker ?? ''} />
        </label>
        <label class="field">
          {i18n.t('quote.speakerRole')}
          <input name="speakerRole" defaultValue={annotation.speakerRole ?? ''} />
        </label>
      </div>
      <fieldset class="quote-editor-figures">
        <legend>{i18n.t('quote.bearsOn')}</legend>
        {statistics.map(({ id, question }) => (
          <label key={id}>
            <input type="checkbox" name="statistics" value={id} checked={annotation.statistics.includes(id)} />
            {question}
          </label>
        ))}
      </fieldset>
      <details>
        <summary>{i18n.t('quote.correctSource')}</summary>
        <SourceFields source={annotation.source} />
      </details>
      {annotation.followUp.length > 0 && <FollowUpRecord annotation={annotation} />}
    </QuoteForm>
  );
}

function FollowUpRecord({ annotation }: { annotation: Annotation }) {
  return (
    <ul class="quote-record small" aria-label={i18n.t('quote.followUpRecord')}>
      {annotation.followUp.map(({ at, state }) => (
        <li key={at}>
          {state ? nameFollowUp(state) : i18n.t('followUp.none')} <Day date={at} />
        </li>
      ))}
    </ul>
  );
}

export function nameFollowUp(state: FollowUp): string {
  return {
    'to-write': i18n.t('followUp.toWrite'),
    written: i18n.t('followUp.written'),
    answered: i18n.t('followUp.answered'),
    corrected: i18n.t('followUp.corrected'),
  }[state];
}

/** Tags as a person types them, between commas. */
export function readTags(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter(Boolean);
}

function readEdit(form: FormData): AnnotationEdit {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    note: text('note'),
    tags: readTags(text('tags')),
    followUp: (text('followUp') || null) as FollowUp | null,
    stance: (text('stance') || null) as Stance | null,
    speaker: text('speaker') || null,
    speakerRole: text('speakerRole') || null,
    statistics: form.getAll('statistics').map(String),
    source: readSourceFields(form),
  };
}
