/** Ingestion takes a line of a million bytes unless it is set up to take others, and no posting needs more. */
export const MAX_ROW_BYTES = 1_000_000;
/** How long the first lines of a file may be that say how it is written. */
export const HEADER_BYTES = 64 * 1024;
export const MOST_COLUMNS = 1000;
/** How much of a file may be read again behind quotes that nothing closes, before it counts as no table. */
export const MOST_REREAD_BYTES = 16 * MAX_ROW_BYTES;
