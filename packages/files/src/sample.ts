import { isOtherThing } from './json/linked-data.ts';
import { flatten } from './mapping/flatten.ts';
import type { Value } from './mapping/posting-of.ts';
import { needsMapping, parseJson, type FileRow } from './row-outcome.ts';

// Rows are looked at before the first is sent: columns and dates show there what they mean.
// Cells count beside bytes, since a million empty ones have none, and take some forty megabytes.
export type SampleLimits = { rows: number; bytes: number; cells: number };
const usual: SampleLimits = { rows: 1000, bytes: 1024 * 1024, cells: 100_000 };

const sizeOf = (row: FileRow): number => {
  if ('bytes' in row) return row.bytes.length;
  let size = 0;
  if ('values' in row) for (const value of row.values.values()) size += String(value).length;
  return size;
};

/**
 * The values of a row whose columns have to be found; null for others.
 * @param isAsked whether somebody chose columns
 */
export const valuesToMap = (row: FileRow, isAsked: boolean): ReadonlyMap<string, Value> | null => {
  if ('values' in row) return row.values;
  if (!('bytes' in row)) return null;
  const value = parseJson(row.bytes);
  return needsMapping(value, isAsked) ? flatten(value) : null;
};

/** Whether a row of JSON goes as it is, or in a form that is known: no column has to be found for it. */
export const isKnownForm = (row: FileRow, isAsked: boolean): boolean => {
  if (!('bytes' in row)) return false;
  const value = parseJson(row.bytes);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && !isOtherThing(value) && !needsMapping(value, isAsked);
};

/**
 * Reads the first rows of a file, by default a thousand of them, a megabyte, or 100,000 cells.
 * @returns them, and all rows, these included; where reading failed, all rows end with that error
 */
export const sampleOf = async (rows: AsyncGenerator<FileRow>, most = usual) => {
  const sample: FileRow[] = [];
  let failed: { error: unknown } | null = null;
  let [size, cells] = [0, 0];
  while (sample.length < most.rows && size < most.bytes && cells < most.cells) {
    const next = await rows.next().catch((error: unknown) => void (failed = { error }));
    if (!next || next.done) break;
    sample.push(next.value);
    size += sizeOf(next.value);
    cells += 'values' in next.value ? next.value.values.size : 0;
  }
  async function* all(): AsyncGenerator<FileRow> {
    // Each is let go of as it is taken.
    for (let row = sample.shift(); row; row = sample.shift()) yield row;
    if (failed) throw (failed as { error: unknown }).error;
    yield* rows;
  }
  return { sample: [...sample], rows: all() };
};
