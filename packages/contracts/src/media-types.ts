/** The names of a stream of JSON values, one a line. */
export const ndjsonTypes: readonly string[] = ['application/x-ndjson', 'application/ndjson'];

/** The names of tables whose first line names the columns. */
export const tableTypes = ['text/csv', 'text/tab-separated-values'] as const;

const streamTypes: readonly string[] = [...ndjsonTypes, ...tableTypes];

/** The media type of a header `Content-Type` in lower case, without parameters; empty if there is none. */
export const mediaTypeOfHeader = (contentType: string | undefined): string =>
  (contentType ?? '').split(';')[0]!.trim().toLowerCase();

/** Whether a media type is that of a table. */
export const isTableType = (mediaType: string): boolean =>
  (tableTypes as readonly string[]).includes(mediaType);

/** Whether a body of this media type is read as a stream, and may be of any length. */
export const isStreamType = (mediaType: string): boolean => streamTypes.includes(mediaType);
