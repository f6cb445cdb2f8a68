/** Counts the responses of a survey export, row by row, by a mapping that says which column is which question. */
import * as v from 'valibot';
import { parseAs } from './parse-as';
import type { StatisticId } from './statistic';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

const QuestionSchema = v.strictObject({
  /** The id of the statistic that the question gives. */
  statistic: text,
  /** The question as it stands in the first row of the export. */
  heading: text,
  /** The answers that the statistic counts. */
  counted: v.pipe(v.array(text), v.minLength(1)),
  notCounted: v.pipe(v.array(text), v.minLength(1)),
  /** Answers that say that they don't know: they are in the base, and are counted apart. */
  dontKnow: v.optional(v.array(text), []),
  /** What the second row says over answers in people's own words: such an answer is in the base, its words are not read. */
  ownWords: v.optional(text),
});

const MappingSchema = v.strictObject({
  /** What is not in the responses: when the edition came out, and where it is published. */
  edition: v.strictObject({
    when: text,
    published: text,
    preliminary: v.boolean(),
    source: text,
    disclosure: v.optional(v.record(v.string(), v.nullable(v.string())), {}),
  }),
  status: v.optional(v.picklist(['open', 'closed', 'unknown'])),
  /** The heading of the column that tells one respondent from another. */
  respondent: v.optional(text, 'Respondent ID'),
  questions: v.pipe(v.array(QuestionSchema), v.minLength(1)),
  /** Headings of open questions: an answer there makes a respondent, and is not read any further. */
  open: v.optional(v.array(text), []),
});

export type ResponseMapping = v.InferOutput<typeof MappingSchema>;

/** How a question was answered, in people. */
export interface QuestionCount {
  statistic: StatisticId;
  /** Everybody who answered it in any way. */
  base: number;
  counted: number;
  notCounted: number;
  dontKnow: number;
  ownWords: number;
  skipped: number;
}

export interface ResponseCounts {
  /** Rows of the export below its two headings. */
  rows: number;
  /** People who answered at least one question, each once. */
  respondents: number;
  /** People who answered none. */
  blank: number;
  /** Rows of a respondent who stood in an earlier row already: the earlier one was counted. */
  duplicates: { row: number; first: number }[];
  questions: QuestionCount[];
}

/** Parses a mapping, or throws an Error that names the first place at fault. */
export function parseMapping(input: unknown): ResponseMapping {
  return parseAs(MappingSchema, input, 'The mapping was refused', 'the document');
}

type Kind = 'counted' | 'notCounted' | 'dontKnow';

interface Question {
  heading: string;
  columns: number[];
  ownWords: number | null;
  answers: Map<string, Kind>;
  count: QuestionCount;
}

/** Takes the rows of one export, in order. */
export class ResponseCounter {
  readonly #width: number;
  readonly #respondent: number;
  readonly #questions: Question[];
  readonly #open: number[];
  readonly #rowOf = new Map<string, number>();
  readonly #counts = { rows: 0, respondents: 0, blank: 0, duplicates: [] as ResponseCounts['duplicates'] };

  /** `headings` and `labels` are the export's first two rows. Throws an Error that names a column that is missing. */
  constructor(mapping: ResponseMapping, headings: string[], labels: string[]) {
    if (labels.length !== headings.length) {
      throw new Error(
        `The first row has ${headings.length} columns and the second ${labels.length}: an export with its two rows of headings has as many in both.`,
      );
    }
    this.#width = headings.length;
    const columns = groupColumns(headings);
    const find = (heading: string) => columns.get(fold(heading)) ?? missing(heading, headings);
    this.#respondent = find(mapping.respondent)[0] as number;
    this.#open = mapping.open.flatMap(find);
    this.#questions = mapping.questions.map((question) => readQuestion(question, find(question.heading), labels));
  }

  /** Counts a row; `number` is its place in the file as a spreadsheet shows it. Throws an Error that names row and column. */
  add(cells: string[], number: number): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (cells.length !== this.#width) {
      throw new Error(
        `Row ${number} has ${cells.length} of ${this.#width} columns: the file was cut off, or a line break or quotation mark in it was lost. Export it again.`,
      );
    }
    this.#counts.rows += 1;
    if (this.#isDuplicate(cells[this.#respondent] ?? '', number)) return;
    const kinds = this.#questions.map((question) => classify(question, cells, number));
    const isBlank = kinds.every((kind) => kind === null) && this.#open.every((column) => !cells[column]?.trim());
    if (isBlank) {
      this.#counts.blank += 1;
      return;
    }
    this.#counts.respondents += 1;
    for (const [index, { count }] of this.#questions.entries()) {
      const kind = kinds[index] ?? null;
      if (kind === null) count.skipped += 1;
      else {
        count[kind] += 1;
        count.base += 1;
      }
    }
  }

  result(): ResponseCounts {
    return { ...this.#counts, questions: this.#questions.map(({ count }) => ({ ...count })) };
  }

  #isDuplicate(cell: string, number: number): boolean {
    const id = cell.trim();
    if (!id) throw new Error(`Row ${number}, the respondent’s column: it is empty, so nobody can be told apart by it.`);
    if (/^\d(?:[.,]\d+)?E\+\d+$/i.test(id)) {
      throw new Error(
        `Row ${number}, the respondent’s column: “${id}” was shortened by a spreadsheet. Export it again, and don’t open it in one.`,
      );
    }
    const first = this.#rowOf.get(id);
    if (first === undefined) this.#rowOf.set(id, number);
    else this.#counts.duplicates.push({ row: number, first });
    return first !== undefined;
  }
}

/** The columns of each heading: a question of several columns has its heading over the first alone. */
function groupColumns(headings: string[]): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  let last = '';
  for (const [index, heading] of headings.entries()) {
    const name = fold(heading);
    if (name && columns.has(name) && name !== last) {
      throw new Error(
        `Two questions are both headed “${heading.trim()}”. Give one of them another heading in the file.`,
      );
    }
    last = name || last;
    columns.set(last, [...(columns.get(last) ?? []), index]);
  }
  return columns;
}

function missing(heading: string, headings: string[]): never {
  const there = headings.map((name) => name.trim()).filter(Boolean);
  throw new Error(
    there.length < 2
      ? `The export has no column “${heading}”, and only one column at all: what separates its columns could not be told.`
      : `The export has no column “${heading}”. It has: ${there.map((name) => `“${name}”`).join(', ')}.`,
  );
}

function readQuestion(mapping: ResponseMapping['questions'][number], columns: number[], labels: string[]): Question {
  const { statistic, heading, ownWords } = mapping;
  const own = ownWords === undefined ? null : columns.find((column) => fold(labels[column] ?? '') === fold(ownWords));
  if (own === undefined) throw new Error(`Under “${heading}” the export has no column “${ownWords}”.`);
  const answers = new Map<string, Kind>();
  for (const kind of ['counted', 'notCounted', 'dontKnow'] as const) {
    for (const answer of mapping[kind]) {
      if (answers.has(fold(answer))) throw new Error(`The mapping names the answer “${answer}” to “${heading}” twice.`);
      answers.set(fold(answer), kind);
    }
  }
  return {
    heading,
    columns: columns.filter((column) => column !== own),
    ownWords: own,
    answers,
    count: { statistic, base: 0, counted: 0, notCounted: 0, dontKnow: 0, ownWords: 0, skipped: 0 },
  };
}

/** What a row answers to a question; null where it was skipped. */
function classify(question: Question, cells: string[], number: number): Kind | 'ownWords' | null {
  const place = `Row ${number}, column “${question.heading}”`;
  const given = question.columns.map((column) => cells[column]?.trim() ?? '').filter(Boolean);
  const kinds = given.map((answer) => question.answers.get(fold(answer)) ?? unknown(answer, question, place));
  const [kind, another] = kinds;
  if (another !== undefined)
    throw new Error(`${place}: two answers, “${given[0]}” and “${given[1]}”, where one is asked for.`);
  if (kind) return kind;
  return question.ownWords !== null && cells[question.ownWords]?.trim() ? 'ownWords' : null;
}

function unknown(answer: string, { answers }: Question, place: string): never {
  const shown = answer.length > 60 ? `${answer.slice(0, 60)}…` : answer;
  const encoding = /\uFFFD|â€|Ã[\u0080-\u00BF]/.test(answer)
    ? ' The file was saved in another encoding: export it again, and don’t open it in a spreadsheet.'
    : '';
  throw new Error(
    `${place}: “${shown}” is none of the answers that the mapping names (${[...answers.keys()].join(', ')}).${encoding}`,
  );
}

/** One spelling of what spreadsheets and word processors write in several: quotes, spaces, case, composed letters. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
