import { mapRow } from '../../packages/files/src/known/map-row.ts';
import { validateValue } from '../../services/ingestion/src/intake/validate.ts';
import { dataFile } from './data-folder.ts';
import { readLines } from './read-lines.ts';

/** A posting as tagging gets it. */
export type Posting = { id: string; title: string; description: string; organization: string | null };

const files = ['ashby-2025-10.jsonl.gz', 'hn-2013-2018.jsonl.gz'];
const NOW = new Date('2026-11-24T00:00:00Z');

/** The real postings of both files, as ingestion would publish them; those that it would reject are left out. */
export async function* readPostings(): AsyncGenerator<Posting> {
  for (const file of files)
    for await (const row of readLines<unknown>(dataFile('postings', file))) {
      const validated = validateValue(mapRow(row), NOW);
      if (!('posting' in validated)) continue;
      const { postingId: id, title, description, organization } = validated.posting;
      yield { id, title, description, organization };
    }
}

/** The postings with these ids, by id. @throws Error naming those that are in none of the files */
export const findPostings = async (ids: readonly string[]): Promise<Map<string, Posting>> => {
  const wanted = new Set(ids);
  const found = new Map<string, Posting>();
  for await (const posting of readPostings()) {
    if (wanted.has(posting.id)) found.set(posting.id, posting);
    if (found.size === wanted.size) break;
  }
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) throw new Error(`no posting with id ${missing.join(', ')}`);
  return found;
};
