/** As many bytes as a body of ids may have. */
export const MOST_ID_BYTES = 2 * 1024 * 1024;

/** What a body of `postingIds` may hold: so many, and some room for what the schema refuses by name. */
export const idBounds = (most: number) => ({ bytes: MOST_ID_BYTES, levels: 4, values: most + 100 });
