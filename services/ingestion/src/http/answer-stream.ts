import { once } from 'node:events';
import { callerNameOf } from '@skillstream/auth';
import type { TableResult } from '@skillstream/contracts';
import { loggedError } from '@skillstream/errors';
import { bodyOf, type Capacity } from '@skillstream/http';
import { type Log } from '@skillstream/runtime';
import type { Request, Response } from 'express';
import { chunksOf, type ChunkLimits } from '../intake/chunks.ts';
import type { Intake } from '../intake/intake.ts';
import type { Weighed } from '../intake/validate-stream.ts';
import type { Validated } from '../intake/validate.ts';
import { bulkContextOf, unavailableResult } from './bulk-requests.ts';

export type AnswerStreamDeps = {
  intake: Intake;
  log: Log;
  /** The limits of a stream's chunks, by the number of concurrent streams. */
  limits: (streams: number) => ChunkLimits;
  streams: Capacity;
};

/** The validated lines of a body; `first` goes before all results. */
export type StreamSource = { found: AsyncIterable<Weighed[]>; first?: TableResult };

/**
 * Takes the postings of a body of any length, and answers with a result line for each, in order, as soon as it is
 * durable.
 */
export const createAnswerStream = ({ intake, log, limits, streams }: AnswerStreamDeps) => {
  const write = async (res: Response, results: TableResult[], signal: AbortSignal) => {
    if (signal.aborted) return;
    if (!res.headersSent) res.status(200).type('application/x-ndjson');
    const text = results.map((result) => `${JSON.stringify(result)}\n`).join('');
    if (text !== '' && !res.write(text)) await once(res, 'drain', { signal }).catch(() => undefined);
  };

  const stream = async (req: Request, res: Response, source: StreamSource, over: AbortController) => {
    const trace = bulkContextOf(req);
    let unsaid = source.first ? [source.first] : [];
    let failed: unknown = null;
    let firstUnanswered = 1;
    const takeAndAnswer = async (chunk: Validated[]) => {
      try {
        const results = await intake.take(chunk, trace);
        const before = unsaid;
        unsaid = [];
        await write(res, [...before, ...results], over.signal);
      } catch (error) {
        failed = error;
        firstUnanswered = chunk[0]!.line;
        over.abort();
      }
    };

    let storing = Promise.resolve();
    // The next chunk is validated while the one before is being stored.
    const ofChunk = limits(streams.inAll());
    for await (const chunk of chunksOf(source.found, ofChunk, ({ weight }) => weight, over.signal)) {
      await storing;
      if (failed !== null) break;
      storing = takeAndAnswer(chunk.map(({ validated }) => validated));
    }
    await storing;

    if (failed !== null) {
      if (!res.headersSent) throw failed;
      log.warn({ error: loggedError(failed), line: firstUnanswered }, 'stream cut short');
      res.write(`${JSON.stringify(unavailableResult(firstUnanswered, failed))}\n`);
    }
    await write(res, unsaid, over.signal);
    res.end();
  };

  /** @param open makes the lines of the body; what it throws is the answer */
  return async (
    req: Request,
    res: Response,
    open: (blocks: AsyncIterable<Buffer>) => Promise<StreamSource>,
  ): Promise<void> => {
    intake.admit();
    const place = streams.open(callerNameOf(req));
    place.take(1);
    const over = new AbortController();
    res.on('close', () => over.abort());
    try {
      await stream(req, res, await open(bodyOf(req, over.signal)), over);
    } finally {
      place.giveBack();
      over.abort();
      // The rest of the body stands before the next request of the connection.
      req.resume();
    }
  };
};

export type AnswerStream = ReturnType<typeof createAnswerStream>;
