import { eachPeriod, type CanonicalPosting, type PostingInput } from '@skillstream/contracts';
import { printable } from '../terminal/printable.ts';
import { table } from '../terminal/tables.ts';
import type { StoredPreview } from './stored-of.ts';

const MOST_CELL_CHARS = 40;

/** A posting of a preview, and the line that it begins on. */
export type Shown = { line: number; posting: Partial<PostingInput> };

type Cells = [name: string, text: string][];

const listed = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');
const known = (value: string | null): string => (value === 'unknown' || value === null ? '' : value);

/** A pay in words: `60000–80000 EUR a year`, `from 4200 EUR a month`, `up to 60 USD an hour`. */
export const payText = (salary: CanonicalPosting['salary'] | PostingInput['salary'] | undefined): string => {
  if (!salary) return '';
  const { min, max, currency, period } = salary;
  if (!min && !max) return '';
  const ends = min && max ? (min === max ? `${min}` : `${min}–${max}`) : min ? `from ${min}` : `up to ${max}`;
  return `${ends} ${currency} ${eachPeriod(period)}`;
};
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** As it is sent. */
const sentCells = ({ posting }: Shown): Cells => {
  const { location } = posting;
  const place =
    typeof location === 'object' ? listed(location.city, location.region, location.country) : location;
  return [
    ['source', posting.source ?? ''],
    ['id', posting.sourceId ?? ''],
    ['title', posting.title ?? ''],
    ['organization', posting.organization ?? ''],
    ['place', listed(place, posting.country)],
    ['workplace', posting.workplace ?? (posting.remote === undefined ? '' : `remote: ${posting.remote}`)],
    ['employment', posting.employmentType ?? ''],
    ['seniority', posting.seniority ?? ''],
    ['salary', payText(posting.salary) || (posting.salaryText ?? '')],
    ['date', posting.datePosted ?? ''],
    ['url', posting.url ?? ''],
    ['language', posting.language ?? ''],
    ['description', oneLine(posting.description ?? '')],
  ];
};

/** As it would be stored. */
const storedCells = (posting: Omit<CanonicalPosting, 'version'>, skills: string[]): Cells => {
  const { country, region, city } = posting.location;
  const isDefault = posting.derived?.location?.from === 'default';
  return [
    ['source', posting.source],
    ['id', posting.sourceId],
    ['title', posting.title],
    ['organization', posting.organization ?? ''],
    ['place', listed(city, region)],
    ['country', isDefault ? `${country} (by --country)` : (country ?? '')],
    ['workplace', known(posting.workplace)],
    ['employment', known(posting.employmentType)],
    ['role', posting.role],
    ['seniority', known(posting.seniority)],
    ['salary', payText(posting.salary)],
    ['date', posting.datePosted],
    ['url', posting.url ?? ''],
    ['language', posting.language ?? ''],
    ['description', oneLine(posting.description)],
    ['skills', skills.join(', ')],
  ];
};

const cellsOf = (shown: Shown, stored: StoredPreview | undefined): Cells => {
  if (stored === undefined) return sentCells(shown);
  return 'posting' in stored ? storedCells(stored.posting, stored.skills) : sentCells(shown);
};

// The borders and blanks of a cell, and the border behind the last one.
const AROUND_CELL = 3;
const LAST_BORDER = 1;
/** Of narrower columns less is read than of a second table below. */
const FEWEST_CELL_CHARS = 24;

const columnsOf = (shown: readonly Shown[], stored: readonly StoredPreview[] | null) =>
  shown.map((one, index) => ({
    head: `line ${one.line}`,
    cells: new Map(cellsOf(one, stored?.[index])),
  }));

/**
 * The first postings, a column each: what none of them has is left out. Where not all fit beside each other they are
 * in several tables, one below the other.
 * @param stored what would become of each; null where that is not known, so that they are shown as they are sent
 * @param width of the terminal, in columns; undefined where there is none, and all are in one table
 */
export const rowsTables = (
  shown: readonly Shown[],
  stored: readonly StoredPreview[] | null,
  width: number | undefined,
): string => {
  const columns = columnsOf(shown, stored);
  const names = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))].filter((name) =>
    columns.some(({ cells }) => (cells.get(name) ?? '') !== ''),
  );
  const namesWidth = Math.max(0, ...names.map(({ length }) => length)) + AROUND_CELL + LAST_BORDER;
  const room = width === undefined ? Infinity : width - namesWidth;
  const most = Math.max(1, Math.floor(room / (FEWEST_CELL_CHARS + AROUND_CELL)));
  const beside = Math.min(columns.length, most);
  const tables = Math.ceil(columns.length / beside);
  const each = Math.ceil(columns.length / tables);
  // What is cut has a mark behind it.
  const cellChars = Math.max(1, Math.min(MOST_CELL_CHARS, Math.floor(room / each) - AROUND_CELL - 1));
  return Array.from({ length: tables }, (_, index) => {
    const these = columns.slice(index * each, (index + 1) * each);
    return table(
      ['', ...these.map(({ head }) => head)],
      names.map((name) => [name, ...these.map(({ cells }) => printable(cells.get(name) ?? '', cellChars))]),
    );
  }).join('\n');
};
