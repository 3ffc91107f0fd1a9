import { existsSync, readFileSync } from 'node:fs';
import { mapRow } from '../../../packages/files/src/known/map-row.ts';
import {
  canonicalize,
  type UnversionedPosting,
} from '../../../services/ingestion/src/canonical/canonical-posting.ts';
import { ashbyRows } from './ashby-rows.ts';
import { hnRows } from './hn-rows.ts';
import { emptyScore, scoreRow, type Score } from './score.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
const file = new URL('labels.json', import.meta.url);
const fields = ['workplace', 'seniority', 'role'] as const;

type Labels = Partial<Record<(typeof fields)[number], string>>;
/** The labels of one reader, by source and the source's id. */
type Reading = Record<string, Labels>;
type Readings = { a: Reading; b?: Reading };

export type LabelResult = { field: string; ours: Score; readers: Score };

/**
 * Workplace, seniority and role beside what the first reader says, and the second reader beside the first.
 * @returns null while there is no labels.json
 */
export const measureLabels = async (): Promise<LabelResult[] | null> => {
  if (!existsSync(file)) return null;
  const { a, b = {} } = JSON.parse(readFileSync(file, 'utf8')) as Readings;
  const results = fields.map((field) => ({ field, ours: emptyScore(), readers: emptyScore() }));
  for await (const posting of postings()) {
    const id = `${posting.source}.${posting.sourceId}`;
    for (const { field, ours, readers } of results) {
      const known = a[id]?.[field];
      if (known === undefined) continue;
      scoreRow(ours, known, posting[field]);
      const other = b[id]?.[field];
      if (other !== undefined) scoreRow(readers, known, other);
    }
  }
  return results;
};

async function* postings(): AsyncGenerator<UnversionedPosting> {
  for (const rows of [ashbyRows, hnRows])
    for await (const row of rows()) {
      const result = canonicalize(mapRow(row), NOW);
      if ('posting' in result) yield result.posting;
    }
}
