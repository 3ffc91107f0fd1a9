import type { PreviewResult, TableQuery } from '@skillstream/contracts';
import { countryCodeFault, countryCodeOf } from '@skillstream/contracts/country-code';
import type { DayOrder, FileField } from '@skillstream/contracts/file-fields';
import { sourceNameOf } from '@skillstream/contracts/source-name';

/** What somebody chose for a file. `fields`: the column of a field, '' for none. */
export type Settings = {
  fields: Partial<Record<FileField, string>>;
  dates: DayOrder | undefined;
  source: string;
  /** The country of rows that name no place. */
  country: string;
};

/**
 * Why a text cannot be the source of all rows, with a name that can where it has one; null where it can, or is empty.
 */
export const sourceFault = (source: string): string | null => {
  const name = sourceNameOf(source);
  // A hyphen at the end may be the middle of what is typed.
  if (source === '' || name === source.replace(/-+$/, '')) return null;
  return `A source takes lower-case letters, digits and hyphens, 64 at most${name === null ? '' : `, like ${name}`}.`;
};

/** Why a text cannot be the country of rows that name no place; null where it can, or is empty. */
export const countryFault = (country: string): string | null =>
  country === '' || countryCodeOf(country) !== null
    ? null
    : `A country takes ${countryCodeFault(country.trim())}.`;

/** The settings as the API takes them. @param defaultSource the source of rows that name none */
export const queryOf = ({ fields, dates, source, country }: Settings, defaultSource: string): TableQuery => ({
  ...(Object.keys(fields).length > 0 && { map: JSON.stringify(fields) }),
  ...(dates !== undefined && { dates }),
  ...(source === '' ? { defaultSource } : { source }),
  ...(country !== '' && { country: country.trim().toUpperCase() }),
});

/** Settings in which a column becomes another field, or none (null); the field that it was before has no column. */
export const withColumn = (
  { fields, ...others }: Settings,
  columns: PreviewResult['columns'],
  column: string,
  field: FileField | null,
): Settings => {
  const before = columns.find((one) => one.column === column)?.field ?? null;
  return {
    ...others,
    fields: {
      ...fields,
      ...(before !== null && before !== field && { [before]: '' }),
      ...(field !== null && { [field]: column }),
    },
  };
};

/**
 * Whether a file is of a kind that the command alone loads, whatever is chosen for its columns: neither a table nor
 * lines that are postings already.
 */
export const isForCommand = ({ format, columns, asIs, problem }: PreviewResult): boolean => {
  if (format === null) return false;
  if (format.packed || (format.kind !== 'table' && format.kind !== 'lines')) return true;
  // Lines of anything have no columns, and the command cannot load them either.
  return format.kind === 'lines' && (columns.length > 0 || (asIs !== true && problem === null));
};

/**
 * Whether the page can load such a file in parts: a table, or lines that are postings already. Others the command
 * maps, row by row.
 */
export const canLoad = (preview: PreviewResult): boolean => {
  const { format, problem, rows, refused, undecided } = preview;
  if (format === null || problem !== null || isForCommand(preview)) return false;
  // An order of dates that is yet to be chosen may be all that refuses them.
  return rows > refused || undecided === true;
};

/** Whether dates like 03/04/2025 are refused, and somebody who knows the file can say what they mean. */
export const wantsOrder = ({ undecided }: PreviewResult, { dates }: Settings): boolean =>
  undecided === true && dates === undefined;

/** How the parts of a file are to be read: what its beginning decided holds for all of it. */
export const queryOfParts = (query: TableQuery, { format, dates }: PreviewResult): TableQuery => ({
  ...query,
  dates: query.dates ?? dates ?? 'none',
  delimiter: format?.delimiter,
  quote: format?.quote as TableQuery['quote'],
  // Without quotes nothing is escaped.
  escape: (format?.escape || undefined) as TableQuery['escape'],
});
