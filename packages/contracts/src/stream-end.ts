// Without zod, so that a page can tell it, too.

/** What ingestion says of the last line of a body that it reads no further; the lines behind it have no results. */
export const TOO_MANY_REJECTED = 'is one line too many that cannot be taken: the stream ends here';
/** How that begins where the body breaks off. */
export const UNREADABLE = 'the body cannot be read further';

type Issue = { path: string; message: string };

/** The issue that says that a body was read no further; undefined where there is none. */
export const endOfStreamIn = (faults: readonly Issue[]): Issue | undefined =>
  faults.find(
    ({ path, message }) => path === '' && (message === TOO_MANY_REJECTED || message.startsWith(UNREADABLE)),
  );
