import type { PreviewPosting, PreviewResult } from '@skillstream/contracts';
import { count, counted } from '../format/numbers.ts';

/** Of how many postings a field is known, and by what: the row itself, clear words, or a rule of thumb. */
export type FieldQuality = { field: string; known: number; stated: number; likely: number; guess: number };

type Derived = keyof NonNullable<PreviewPosting['derived']>;
const isSaid = (value: string | null): boolean => value !== null && value !== 'unknown';

// A date of today, and the role of who has none, are not known; the country of the file is, as a guess.
const fields: readonly (readonly [string, Derived, (posting: PreviewPosting) => boolean])[] = [
  ['Country', 'location', ({ location }) => location.country !== null],
  ['Workplace', 'workplace', ({ workplace }) => isSaid(workplace)],
  ['Role', 'role', ({ role, derived }) => role !== 'other' || derived?.role?.from !== 'default'],
  ['Level', 'seniority', ({ seniority }) => isSaid(seniority)],
  ['Employment', 'employmentType', ({ employmentType }) => isSaid(employmentType)],
  ['Pay', 'salary', ({ salary }) => salary !== null],
  ['Language', 'language', ({ language }) => language !== null],
  ['Date', 'datePosted', ({ derived }) => derived?.datePosted === undefined],
];

/** How well each field that may be derived is known in the postings of a preview. */
export const fieldQuality = (postings: readonly PreviewPosting[]): FieldQuality[] =>
  fields.map(([field, name, isKnown]) => {
    const known = postings.filter(isKnown);
    const by = (confidence: string): number =>
      known.filter(({ derived }) => (derived?.[name]?.confidence ?? 'stated') === confidence).length;
    return {
      ...{ field, known: known.length },
      ...{ stated: by('stated'), likely: by('likely'), guess: by('guess') },
    };
  });

const idText = {
  ...{ id: 'their own', url: 'their address', content: 'a hash of title, organization, place and text' },
};

/** What the rows lack, what their ids are made of, and what was not understood: the sentences of the command. */
export const qualityTexts = ({ quality, columns }: PreviewResult): string[] => {
  const left = columns.filter(({ field }) => field === null).map(({ column }) => column);
  const isMapped = (name: string): boolean => columns.some(({ field }) => field === name);
  const { postings = 0, withoutDate = 0, withoutPlace = 0, unread = [], ids = [] } = quality ?? {};
  const lacks = [
    withoutDate === 0 ? 'all have a date' : `${count(withoutDate)} without a date (they count as of today)`,
    withoutPlace === 0 ? 'all have a place' : `${count(withoutPlace)} without a place`,
  ];
  return [
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
    ...(isMapped('description') && !isMapped('title')
      ? ['No column is the title: the first line of the text is taken. A column for it can be chosen above.']
      : []),
    ...(ids.length > 0
      ? [`The id of a posting: ${ids.map(({ of, rows }) => `${idText[of]} (${count(rows)})`).join(', ')}.`]
      : []),
    ...(postings > 0 ? [`Of ${counted(postings, 'posting')} read, ${lacks.join(', ')}.`] : []),
    ...(unread.length > 0
      ? [
          `Cells that were not understood and are left out: ${unread.map(({ column, cells }) => `${count(cells)} in ${column}`).join(', ')}.`,
        ]
      : []),
  ];
};
