import { readFileSync } from 'node:fs';
import { countryCodeFault, countryCodeOf } from '@skillstream/contracts/country-code';
import { messageOf, SkillstreamError } from '@skillstream/errors';
import {
  sourceNameOf,
  sourceOfFile,
  wantedOf,
  wantedOfFile,
  type DayOrder,
  type Wanted,
} from '@skillstream/files';
import { CliError, usageError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';
import { fileNameOf } from './input-name.ts';

/** The options of `load` that say how a file is to be understood. */
export const fileOptions = {
  map: { type: 'string' },
  'map-file': { type: 'string' },
  dates: { type: 'string' },
  source: { type: 'string' },
  country: { type: 'string' },
} as const;

export const fileUsage = `  --map FIELD=COLUMN,…  takes fields from these columns: title=job_title,url=link; the others as their names say
  --map-file FILE       the same from a file: a JSON object from field to column, or FIELD=COLUMN a line
  --dates dmy|mdy       what comes first in dates like 03/04/2025, where the file does not show it
  --source NAME         the source of the postings (default: what a column says, else the name of the file)
  --country CODE        the country of rows that name no place that is known, like DE (ISO 3166-1), as a guess
`;

type Given = { map?: string; 'map-file'?: string; dates?: string; source?: string; country?: string };

const asked = (what: string, read: () => Wanted): Wanted => {
  try {
    return read();
  } catch (error) {
    if (error instanceof SkillstreamError) throw usageError(`${what}: ${printable(error.message, 1000)}`);
    throw new CliError(`cannot read ${what}: ${messageOf(error)}`);
  }
};

const dayOrderOf = (text: string): DayOrder => {
  if (text === 'dmy' || text === 'mdy') return text;
  throw usageError(`--dates takes dmy or mdy, not "${printable(text)}"`);
};

const sourceOf = (text: string): string => {
  if (sourceNameOf(text) === text) return text;
  throw usageError(
    `--source takes lower-case letters, digits and hyphens, 64 at most, not "${printable(text)}"`,
  );
};

const countryOf = (text: string): string => {
  const code = countryCodeOf(text);
  if (code !== null) return code;
  throw usageError(`--country takes ${countryCodeFault(text.trim())}, not "${printable(text)}"`);
};

/**
 * How a file is to be understood.
 * @param file its path or address, whose name is the source of rows that name none; `-` is standard input
 * @throws CliError with exit code 2 where an option has no such value
 */
export const openOptionsOf = (given: Given, file: string) => {
  const { map, 'map-file': mapFile, dates, source, country } = given;
  const inFile =
    mapFile === undefined ? [] : asked(mapFile, () => wantedOfFile(readFileSync(mapFile, 'utf8')));
  const named = map === undefined ? [] : asked('--map', () => wantedOf(map));
  return {
    defaultSource: file === '-' ? 'stdin' : sourceOfFile(fileNameOf(file)),
    wanted: new Map([...inFile, ...named]),
    // Of all files that are loaded: rows of two of them may be one posting.
    seen: new Set<number>(),
    ...(dates !== undefined && { dates: dayOrderOf(dates) }),
    ...(source !== undefined && { source: sourceOf(source) }),
    ...(country !== undefined && { country: countryOf(country) }),
  };
};
