import { expect, test } from '@jest/globals';
import type { PreviewPosting, PreviewResult } from '@skillstream/contracts';
import { fieldQuality, qualityTexts } from './quality.ts';

const posting: PreviewPosting = {
  ...{ line: 2, postingId: 'a.1', source: 'a', sourceId: '1', title: 'Mate', organization: null },
  ...{ description: 'We fold.', location: { country: 'DE', region: null, city: null }, workplace: 'remote' },
  ...{ role: 'other', seniority: 'unknown', employmentType: null, salary: null, datePosted: '2025-01-01' },
  ...{ url: null, language: 'de' },
};

test('of each field it is counted whether it is known, and by what', () => {
  const other: PreviewPosting = {
    ...posting,
    ...{ role: 'backend', employmentType: 'intern', language: null },
    derived: {
      location: { from: 'default', confidence: 'guess' },
      workplace: { from: 'field', confidence: 'stated' },
      role: { from: 'title', confidence: 'likely' },
      datePosted: { from: 'default', confidence: 'guess' },
    },
  };
  const noRole: PreviewPosting = { ...posting, derived: { role: { from: 'default', confidence: 'guess' } } };
  const rows = fieldQuality([posting, other, noRole]).map(Object.values);
  expect(rows).toEqual([
    ['Country', 3, 2, 0, 1],
    ['Workplace', 3, 3, 0, 0],
    ['Role', 2, 1, 1, 0],
    ['Level', 0, 0, 0, 0],
    ['Employment', 1, 1, 0, 0],
    ['Pay', 0, 0, 0, 0],
    ['Language', 2, 2, 0, 0],
    ['Date', 2, 2, 0, 0],
  ]);
});

const preview: PreviewResult = {
  ...{ format: null, columns: [], dates: null, firstLine: 1, rows: 3, refused: 0 },
  ...{ postings: [], faults: [], problem: null },
};

test('the sentences of the command are said of a file: what is left out, the ids, what its rows lack', () => {
  const columns: PreviewResult['columns'] = [
    { column: 'Team', field: null },
    { column: 'Head', field: 'title' },
    { column: 'Boss', field: null },
  ];
  const quality = {
    ...{ postings: 3, withoutDate: 1, withoutPlace: 0 },
    unread: [{ column: 'Pay', cells: 2 }],
    ids: [
      { of: 'url' as const, rows: 2 },
      { of: 'content' as const, rows: 1 },
    ],
  };
  expect(qualityTexts({ ...preview, columns, quality })).toEqual([
    'Left out: Team, Boss.',
    'The id of a posting: their address (2), a hash of title, organization, place and text (1).',
    'Of 3 postings read, 1 without a date (they count as of today), all have a place.',
    'Cells that were not understood and are left out: 2 in Pay.',
  ]);
});

test('a table of which no column is the title says what is taken for it', () => {
  const columns: PreviewResult['columns'] = [
    { column: 'Headline', field: null },
    { column: 'Text', field: 'description' },
  ];
  const said =
    'No column is the title: the first line of the text is taken. A column for it can be chosen above.';
  expect(qualityTexts({ ...preview, columns })).toContain(said);
  const titled = columns.map(({ column, field }) => ({ column, field: field ?? ('title' as const) }));
  expect(qualityTexts({ ...preview, columns: titled })).toEqual([]);
});

test('of a file without rows nothing is said', () => {
  expect(qualityTexts(preview)).toEqual([]);
});
