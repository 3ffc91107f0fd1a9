import { callerNameOf } from '@skillstream/auth';
import { MOST_PREVIEW_BYTES, previewQuery } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { bodyOf, createCapacity, mediaTypeOf, readAll, type Handlers } from '@skillstream/http';
import type { Preview } from '../preview/create-preview.ts';

/** Each takes 20 s at most, a turn of the event loop at a time, and the memory of some thousand rows. */
const PREVIEWS = { most: 4, mostOfOne: 2 };
const TYPE = 'application/octet-stream';

/** Handler of `POST /v1/preview`. */
export const previewHandlers = (preview: Preview) => {
  const previews = createCapacity('previews', PREVIEWS);
  return {
    previewFile: async (req, res) => {
      const query = previewQuery.parse(req.query);
      if (mediaTypeOf(req) !== TYPE)
        throw appError('unsupported-media-type', `Send the beginning of a file as ${TYPE}`);
      const place = previews.open(callerNameOf(req));
      place.take(1);
      const over = new AbortController();
      res.on('close', () => over.abort());
      try {
        const bytes = await readAll(bodyOf(req, over.signal, MOST_PREVIEW_BYTES), {
          maxBytes: MOST_PREVIEW_BYTES,
          instead: 'send the beginning of the file',
        });
        res.json(await preview(bytes, query, over.signal));
      } finally {
        place.giveBack();
        over.abort();
        // The rest of a rejected body stands before the next request of the connection.
        req.resume();
      }
    },
  } satisfies Partial<Handlers<'ingestion'>>;
};
