import { mapAshby } from '../../../packages/files/src/known/ashby.ts';
import { employmentTypeInField } from '@skillstream/contracts/employment-words';
import { canonicalize } from '../../../services/ingestion/src/canonical/canonical-posting.ts';
import { ashbyRows } from './ashby-rows.ts';
import { createConfusions, emptyScore, scoreRow } from './score.ts';

const NOW = new Date('2026-11-24T00:00:00Z');

/** The employment type of the Ashby rows by their words alone, beside the one in a field of its own. */
export const measureEmployment = async () => {
  const score = emptyScore();
  const confusions = createConfusions();
  for await (const row of ashbyRows()) {
    const known = employmentTypeInField(row.employmentType ?? '');
    const result = canonicalize(mapAshby({ ...row, employmentType: null }), NOW);
    if (known === null || 'faults' in result) continue;
    scoreRow(score, known, result.posting.employmentType);
    confusions.add(known, result.posting.employmentType);
  }
  return { score, confusions: confusions.most(12) };
};
