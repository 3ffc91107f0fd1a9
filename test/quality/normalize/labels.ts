import { readFileSync } from 'node:fs';
import type { AshbyRow } from '../../../packages/files/src/known/ashby.ts';
import type { HnRow } from '../../../packages/files/src/known/hn.ts';
import { mapRow } from '../../../packages/files/src/known/map-row.ts';
import {
  canonicalize,
  type UnversionedPosting,
} from '../../../services/ingestion/src/canonical/canonical-posting.ts';
import { ashbyRows } from './ashby-rows.ts';
import { hnRows } from './hn-rows.ts';
import { salaryWords } from './salary.ts';
import { emptyScore, scoreRow, type Score } from './score.ts';

const NOW = new Date('2026-11-24T00:00:00Z');

type Field = 'workplace' | 'seniority' | 'role' | 'country' | 'salary' | 'employmentType';
/** The labels of one reader, by source and the source's id; "unknown" where nothing is said. */
type Reading = Record<string, Partial<Record<Field, string>>>;
type Readings = { a: Reading; b?: Reading };
type Row = AshbyRow | HnRow;

export type LabelResult = { field: Field; ours: Score; readers: Score };

const asGiven: readonly Field[] = ['workplace', 'seniority', 'role'];
const byWords: readonly Field[] = ['country', 'salary', 'employmentType'];

/**
 * What ingestion derives of the postings in a file of labels, beside what the first reader says, and the second reader
 * beside the first. Country, salary and employment type are those of the words: the row's own fields are hidden.
 * @param name a file of this folder
 */
export const measureLabels = async (name: string): Promise<LabelResult[]> => {
  const { a, b = {} } = JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Readings;
  const results = [...asGiven, ...byWords].map((field) => ({
    field,
    ours: emptyScore(),
    readers: emptyScore(),
  }));
  for (const rows of [ashbyRows, hnRows])
    for await (const row of rows()) {
      const id = idOf(row);
      const known = a[id];
      if (known === undefined) continue;
      const derived = derivedOf(row, known);
      for (const { field, ours, readers } of results) {
        const label = known[field];
        if (label === undefined) continue;
        scoreRow(ours, label, derived[field] ?? null);
        const other = b[id]?.[field];
        if (other !== undefined) scoreRow(readers, label, other);
      }
    }
  return results.filter(({ ours }) => ours.rows > 0);
};

const idOf = (row: Row): string => `${'html' in row ? 'hn' : 'ashby'}.${row.sourceId}`;

const derivedOf = (row: Row, known: Reading[string]): Partial<Record<Field, string>> => {
  const given = postingOf(row);
  if (given === null) return {};
  const { workplace, seniority, role } = given;
  const bare = byWords.some((field) => known[field] !== undefined) ? postingOf(bareOf(row)) : null;
  if (bare === null) return { workplace, seniority, role };
  return {
    workplace,
    seniority,
    role,
    country: bare.location.country ?? 'unknown',
    salary: bare.salary === null ? 'unknown' : salaryWords(bare.salary),
    employmentType: bare.employmentType ?? 'unknown',
  };
};

const bareOf = (row: Row): Row =>
  'html' in row
    ? { ...row, remote: null, location: null, country: null }
    : { ...row, employmentType: null, country: null, salary: null };

const postingOf = (row: Row): UnversionedPosting | null => {
  const result = canonicalize(mapRow(row), NOW);
  return 'posting' in result ? result.posting : null;
};
