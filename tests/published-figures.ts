/** What the survey published, written out by hand in its order: the embedded edition and all that shows it must agree. */

interface Published {
  id: string;
  answer: string;
  /** Per cent of the 550. */
  percent: number;
  /** Per cent of the 650, where that is known. */
  later?: number;
}

export const PUBLISHED: Published[] = [
  { id: 'manipulation', answer: 'Yes', percent: 41, later: 41 },
  { id: 'management', answer: 'No', percent: 57 },
  { id: 'burnout', answer: 'Yes', percent: 71 },
  { id: 'distress', answer: 'Yes', percent: 67 },
  { id: 'good-care', answer: 'Yes', percent: 67, later: 69 },
];

/** Without a figure. */
export const OPEN_QUESTIONS = ['future', 'anything-else'];
