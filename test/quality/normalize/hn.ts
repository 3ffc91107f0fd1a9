import { mapHn } from '../../../packages/files/src/known/hn.ts';
import { canonicalize } from '../../../services/ingestion/src/canonical/canonical-posting.ts';
import { hnRows } from './hn-rows.ts';
import { createConfusions, emptyScore, scoreRow } from './score.ts';

const NOW = new Date('2026-11-24T00:00:00Z');

/**
 * What the words of the Hacker News comments alone give, with the fields `remote`, `location` and `country` hidden:
 * the workplace beside the flag, whose false says nothing (so what we call remote without it is no error by itself),
 * and the country beside the known one, which a geocoder found.
 */
export const measureHn = async () => {
  const remote = { flagged: 0, derived: 0, both: 0, hybrid: 0, onsite: 0 };
  const country = emptyScore();
  const confusions = createConfusions();
  for await (const row of hnRows()) {
    const result = canonicalize({ ...mapHn({ ...row, remote: null, location: null, country: null }) }, NOW);
    if ('faults' in result) continue;
    const { workplace, location } = result.posting;
    if (row.remote === true) remote.flagged += 1;
    if (workplace === 'remote') remote.derived += 1;
    if (row.remote === true && workplace === 'remote') remote.both += 1;
    if (row.remote === true && (workplace === 'hybrid' || workplace === 'onsite')) remote[workplace] += 1;
    if (!row.country) continue;
    scoreRow(country, row.country, location.country);
    confusions.add(row.country, location.country);
  }
  return { remote, country, confusions: confusions.most(12) };
};
