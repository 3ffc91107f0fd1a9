/** The value of a chart that is looked at: a series, and a place in it. */
export type Cursor = { row: number; column: number };

/** The same by what stands there, so that it stays with its value where others come, go, or change places. */
export type Held = { row: string; column: string };

/** Where a value is now, among the ids of rows and columns; null where it is gone, or none is held. */
export const placeOf = (
  held: Held | null,
  rows: readonly string[],
  columns: readonly string[],
): Cursor | null => {
  if (!held) return null;
  const [row, column] = [rows.indexOf(held.row), columns.indexOf(held.column)];
  return row < 0 || column < 0 ? null : { row, column };
};

const within = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1);

/**
 * Where a key leads: up and down to another series, left and right along it, Home and End to its ends.
 * @param cursor null before anything is looked at: any of these keys leads to the first value
 * @returns null for keys that move nothing
 */
export const moveCursor = (
  cursor: Cursor | null,
  key: string,
  rows: number,
  columns: number,
): Cursor | null => {
  const { row, column } = cursor ?? { row: -1, column: 0 };
  const from = cursor ? row : 0;
  const moved: Record<string, Cursor> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowLeft: columns === 1 ? { row: row - 1, column } : { row: from, column: column - 1 },
    ArrowRight: columns === 1 ? { row: row + 1, column } : { row: from, column: cursor ? column + 1 : 0 },
    Home: columns === 1 ? { row: 0, column } : { row: from, column: 0 },
    End: columns === 1 ? { row: rows - 1, column } : { row: from, column: columns - 1 },
  };
  const next = Object.hasOwn(moved, key) ? moved[key] : undefined;
  if (!next || rows === 0 || columns === 0) return null;
  return { row: within(next.row, rows), column: within(next.column, columns) };
};
