import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { BoardPosting } from '@skillstream/boards';
import type { PostingLine } from '@skillstream/files';
import { CliError } from '../terminal/cli-error.ts';

/** Postings read ahead of those that are sent. */
const MOST_AHEAD = 100;

/** Resolves when there is room again. */
const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => void stream.once('drain', () => resolve()));

/** Joins who reads a board to who sends: the reader waits while the sender is behind. */
export const createPostingStream = (source: string) => {
  const stream = new PassThrough({ objectMode: true, highWaterMark: MOST_AHEAD });
  const closed = once(stream, 'close').catch(() => undefined);
  let line = 0;
  return {
    lines: stream as AsyncIterable<PostingLine>,
    /** @throws CliError once nobody sends any more */
    add: async (posting: BoardPosting): Promise<void> => {
      if (stream.destroyed) throw new CliError('what was read can no longer be sent');
      line += 1;
      const whole = { source, ...posting };
      const bytes = Buffer.from(JSON.stringify(whole));
      const item: PostingLine = { line, bytes, key: `${source}/${posting.sourceId}`, posting: whole };
      if (!stream.write(item)) await Promise.race([drained(stream), closed]);
    },
    end: (): void => void stream.end(),
  };
};
