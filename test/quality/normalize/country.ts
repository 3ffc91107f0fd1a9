import { countryOfField } from '../../../services/ingestion/src/canonical/country.ts';
import { locationOf } from '../../../services/ingestion/src/canonical/location.ts';
import { ashbyRows } from './ashby-rows.ts';
import { createConfusions, emptyScore, scoreRow } from './score.ts';

/**
 * The country of the Ashby rows that have a known one in a field of its own, by their location alone; `named`: those
 * rows alone whose location is more than a word about the workplace.
 */
export const measureCountry = async () => {
  const [all, named] = [emptyScore(), emptyScore()];
  const confusions = createConfusions();
  for await (const row of ashbyRows()) {
    const known = countryOfField(row.country ?? '');
    if (known === null || !row.location) continue;
    const ours = locationOf({ location: row.location }, '').country;
    scoreRow(all, known, ours);
    if (!placeless.test(row.location)) scoreRow(named, known, ours);
    confusions.add(known, ours);
  }
  return { all, named, confusions: confusions.most(12) };
};

// Written apart from the rules that are measured.
const placeless =
  /^[\s(]*(?:fully )?(?:remote|anywhere|hybrid|on-?site|worldwide|global|any location)[\s)]*(?:- ?)?(?:remote|anywhere|worldwide|global)?$/i;
