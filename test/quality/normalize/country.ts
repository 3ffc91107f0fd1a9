import { countryOfField } from '../../../services/ingestion/src/canonical/country.ts';
import { locationOf } from '../../../services/ingestion/src/canonical/location.ts';
import { ashbyRows } from './ashby-rows.ts';
import { createConfusions, emptyScore, scoreRow } from './score.ts';

/**
 * The country of the Ashby rows that have a known one in a field of its own, by their location alone; `named`: those
 * rows alone whose location is more than words about the workplace or a region of the world.
 */
export const measureCountry = async () => {
  const [all, named] = [emptyScore(), emptyScore()];
  const confusions = createConfusions();
  for await (const row of ashbyRows()) {
    const known = countryOfField(row.country ?? '');
    if (known === null || !row.location) continue;
    const ours = locationOf({ location: row.location }, '').value.country;
    scoreRow(all, known, ours);
    if (!isPlaceless(row.location)) scoreRow(named, known, ours);
    confusions.add(known, ours);
  }
  return { all, named, confusions: confusions.most(12) };
};

// Written apart from the rules that are measured: what is left without these words would name a place.
const noPlace =
  /\b(?:fully|remote|hybrid|on-?site|anywhere|any|from|in|global|worldwide|international|relocation|to|multiple|locations?|emea|apac|latam|namer|amer|americas|north|south|central|east|west|eastern|western|america|europe|eu|africa|asia|carr?ibb?ean|time ?zones?|cet|utc|hours|non)\b/gi;
const isPlaceless = (location: string): boolean =>
  !/U\.S|South Africa/.test(location) && !/\p{L}{2}/u.test(location.replace(noPlace, ''));
