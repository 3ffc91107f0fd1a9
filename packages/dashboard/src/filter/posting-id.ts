// A source (posting.ts of the contracts), a dot, and what ingestion makes of the id at the source.
const POSTING_ID = /^[a-z0-9][a-z0-9-]{0,63}\.[\w-]{1,100}$/;

/** Whether a text may be the id of a posting; whether there is such a posting is known by the platform alone. */
export const isPostingId = (text: string): boolean => POSTING_ID.test(text);

/** That a text is no id of a posting, and what one is like. */
export const noPostingIdText = (text: string): string =>
  `“${text}” is no id of a posting: that is its source, a dot and 20 characters, as the result of sending it names it.`;
