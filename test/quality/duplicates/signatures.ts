import { signatureOf, type Signature } from '@skillstream/linking';
import { mapRow } from '../../../packages/files/src/known/map-row.ts';
import {
  canonicalize,
  type UnversionedPosting,
} from '../../../services/ingestion/src/canonical/canonical-posting.ts';
import { validateValue } from '../../../services/ingestion/src/intake/validate.ts';
import { measureBoards } from '../boards/measure-boards.ts';
import { ashbyRows } from '../normalize/ashby-rows.ts';
import { hnRows } from '../normalize/hn-rows.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
// The files hold no texts of these boards, and the replay server makes some up.
const withoutTexts = ['ashby', 'justjoinit', 'smartrecruiters'];

/** The postings of the Ashby file, of Hacker News, and of the boards' answers, as ingestion would store them. */
async function* postings(): AsyncGenerator<UnversionedPosting> {
  for (const rows of [ashbyRows, hnRows])
    for await (const row of rows()) {
      const result = canonicalize(mapRow(row), NOW);
      if ('posting' in result) yield result.posting;
    }
  for (const { board, postings: given } of await measureBoards())
    for (const posting of withoutTexts.includes(board) ? [] : given) {
      const validated = validateValue({ source: board, ...posting }, NOW);
      if ('posting' in validated) yield validated.posting;
    }
}

/** The signatures of all postings of the Ashby file, and of the others that are wanted, by source and its id. */
export const readSignatures = async (wanted: ReadonlySet<string>): Promise<Map<string, Signature>> => {
  const signatures = new Map<string, Signature>();
  for await (const posting of postings()) {
    const id = `${posting.source}.${posting.sourceId}`;
    if (posting.source === 'ashby' || wanted.has(id)) signatures.set(id, signatureOf(posting));
  }
  return signatures;
};
