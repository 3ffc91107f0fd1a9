import { once } from 'node:events';
import { callerNameOf } from '@skillstream/auth';
import type { IngestResult } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import { bodyOf, type Capacity } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import type { Request, Response } from 'express';
import { chunksOf, type ChunkLimits } from '../intake/chunks.ts';
import type { Intake } from '../intake/intake.ts';
import type { Validated } from '../intake/validate.ts';
import { createValidateStream, type ValidateStreamDeps } from '../intake/validate-stream.ts';
import { bulkContextOf, unavailableResult } from './bulk-requests.ts';

export type PostNdjsonDeps = ValidateStreamDeps & {
  intake: Intake;
  log: Log;
  /** The limits of a stream's chunks, by the number of concurrent streams. */
  limits: (streams: number) => ChunkLimits;
  streams: Capacity;
};

/** `POST /v1/postings` with NDJSON: a result line for every line, in order, as soon as it is durable. */
export const createPostNdjson = (deps: PostNdjsonDeps) => {
  const { intake, log, limits, streams } = deps;
  const validateStream = createValidateStream(deps);

  const write = async (res: Response, results: IngestResult[], signal: AbortSignal) => {
    if (signal.aborted) return;
    if (!res.headersSent) res.status(200).type('application/x-ndjson');
    const text = results.map((result) => `${JSON.stringify(result)}\n`).join('');
    if (!res.write(text)) await once(res, 'drain', { signal }).catch(() => undefined);
  };

  const stream = async (req: Request, res: Response, over: AbortController): Promise<void> => {
    const trace = bulkContextOf(req);
    let failed: unknown = null;
    let firstUnanswered = 1;
    const takeAndAnswer = async (chunk: Validated[]) => {
      try {
        await write(res, await intake.take(chunk, trace), over.signal);
      } catch (error) {
        failed = error;
        firstUnanswered = chunk[0]!.line;
        over.abort();
      }
    };

    let storing = Promise.resolve();
    // The next chunk is validated while the one before is being stored.
    const found = validateStream(bodyOf(req, over.signal));
    for await (const chunk of chunksOf(found, limits(streams.inAll()), ({ weight }) => weight, over.signal)) {
      await storing;
      if (failed !== null) break;
      storing = takeAndAnswer(chunk.map(({ validated }) => validated));
    }
    await storing;

    if (failed !== null) {
      if (!res.headersSent) {
        req.resume();
        throw failed;
      }
      log.warn({ error: loggedError(failed), line: firstUnanswered }, 'stream cut short');
      res.write(`${JSON.stringify(unavailableResult(firstUnanswered, failed))}\n`);
    }
    if (!res.headersSent) res.status(200).type('application/x-ndjson');
    res.end();
    req.resume();
  };

  return async (req: Request, res: Response): Promise<void> => {
    intake.admit();
    const place = streams.open(callerNameOf(req));
    place.take(1);
    const over = new AbortController();
    res.on('close', () => over.abort());
    try {
      await stream(req, res, over);
    } finally {
      place.giveBack();
      over.abort();
    }
  };
};
