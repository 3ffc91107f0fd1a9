import type { LeftOut } from '@skillstream/files';
import { printable } from '../terminal/printable.ts';
import type { OpenPart } from './open-input.ts';

const layouts = {
  lines: 'JSON, a value a line',
  array: 'a JSON array',
  below: 'a JSON array below a key',
  object: 'one JSON object',
  xml: 'an XML feed',
  html: 'an HTML page with JSON-LD',
};
const delimiters: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** What a file is, as text: `a table with semicolons, UTF-16 LE`. */
export const formatText = ({ format, encoding }: Pick<OpenPart, 'format' | 'encoding'>): string => {
  if (format.kind !== 'table')
    return encoding() === 'UTF-8' ? layouts[format.kind] : `${layouts[format.kind]}, ${encoding()}`;
  const quotes = format.quote === '"' ? '' : ` and ${format.quote} as quote`;
  const guess = encoding() === 'windows-1252' ? ' (it is no UTF-8, and has no byte order mark)' : '';
  return `a table with ${delimiters[format.delimiter]}${quotes}, ${encoding()}${guess}`;
};

const leftOutText = ({ column, for: other }: LeftOut): string =>
  other ? `${printable(column)} (${other.field} is ${printable(other.column)})` : printable(column);

const MOST_NAMED = 40;

const hasNoTitle = (mapping: OpenPart['mapping']): boolean =>
  mapping.columnOf('description') !== undefined &&
  mapping.columnOf('title') === undefined &&
  !mapping.missing().has('title');

const besideOf = (format: OpenPart['format']): readonly string[] =>
  format.kind === 'table' ? [] : (format.beside ?? []);

/** Which column became which field, what is left out, and that none is the title; empty where all go as they are. */
export const mappingLines = ({ mapping, format }: Pick<OpenPart, 'mapping' | 'format'>): string[] => {
  const mapped = mapping.mapped().map(({ column, field }) => `${printable(column)} → ${field}`);
  const left = mapping.leftOut().map(leftOutText);
  const more = left.length > MOST_NAMED ? [`${left.length - MOST_NAMED} more`] : [];
  return [
    ...(mapped.length > 0 ? [`columns: ${mapped.join(', ')}`] : []),
    ...(left.length > 0 ? [`left out: ${[...left.slice(0, MOST_NAMED), ...more].join(', ')}`] : []),
    ...(besideOf(format).length > 0 ? [`beside the list, and not read: ${besideOf(format).join(', ')}`] : []),
    ...(hasNoTitle(mapping)
      ? ['no column for the title: the first line of the text is taken; --map title=COLUMN names one']
      : []),
  ];
};

/**
 * Why nothing of a file can be loaded and, where it has columns, how the one that is missing is named.
 * @param before what else helps
 */
export const problemText = (
  { mapping, lists }: Pick<OpenPart, 'mapping' | 'lists'>,
  problem: string,
  before = '',
): string => {
  const hasColumns = lists === null && mapping.mapped().length + mapping.leftOut().length > 0;
  const [field = 'description'] = mapping.missing().keys();
  return hasColumns ? `${problem}: ${before}--map ${field}=COLUMN names one` : problem;
};
