import { once } from 'node:events';
import type { IngestResult } from '@skillstream/contracts';
import {
  callerNameOf,
  loggedError,
  messageOf,
  type Log,
  type Places,
  type Turns,
} from '@skillstream/runtime';
import type { Request, Response } from 'express';
import { chunksOf, type ChunkLimits } from '../intake/chunks.ts';
import type { Intake } from '../intake/intake.ts';
import { judgeLine, type Judged } from '../intake/judge.ts';
import { linesOf } from '../intake/lines.ts';
import { bodyOf } from './body.ts';
import { bulkTraceOf } from './request-spans.ts';
import { unavailableResult } from './unavailable.ts';

export type PostNdjsonDeps = {
  intake: Intake;
  log: Log;
  now: () => Date;
  maxLineBytes: number;
  /** Of a stream's chunks, by how many streams there are. */
  limits: (streams: number) => ChunkLimits;
  turns: Turns;
  streams: Places;
};

type Weighed = Judged & { bytes: number };

/** Lines that can not be taken, one after the other; what comes behind them is not looked at. */
export const MOST_REFUSED = 10_000;
const BATCH = 500;

/** `POST /v1/postings` with NDJSON: a result line for every line, in order, as soon as it is durable. */
export const createPostNdjson = (deps: PostNdjsonDeps) => {
  const { intake, log, now, maxLineBytes, limits, turns, streams } = deps;

  /** Judges while the chunk before is being stored. A body that breaks off is one more fault, on its line. */
  async function* judged(blocks: AsyncIterable<Buffer>): AsyncGenerator<Weighed[]> {
    let line = 0;
    let refused = 0;
    let batch: Weighed[] = [];
    const cut = () => {
      const full = batch;
      batch = [];
      return full;
    };
    try {
      for await (const lines of linesOf(blocks, maxLineBytes)) {
        for (const raw of lines) {
          await turns.pause();
          ({ line } = raw);
          const verdict = judgeLine(raw, maxLineBytes, now());
          batch.push({ ...verdict, bytes: raw.bytes?.length ?? 0 });
          refused = 'faults' in verdict ? refused + 1 : 0;
          if ('faults' in verdict && refused === MOST_REFUSED) {
            const message = `is the ${MOST_REFUSED}th line in a row that cannot be taken: the stream ends here`;
            verdict.faults.push({ path: '', message });
            return yield cut();
          }
          if (batch.length === BATCH) yield cut();
        }
        if (batch.length > 0) yield cut();
      }
    } catch (error) {
      const message = `the body cannot be read further: ${messageOf(error)}`;
      if (batch.length > 0) yield cut();
      yield [{ line: line + 1, faults: [{ path: '', message }], of: 'form', bytes: 0 }];
    }
  }

  const write = async (res: Response, results: IngestResult[], signal: AbortSignal) => {
    if (signal.aborted) return;
    if (!res.headersSent) res.status(200).type('application/x-ndjson');
    const text = results.map((result) => `${JSON.stringify(result)}\n`).join('');
    if (!res.write(text)) await once(res, 'drain', { signal }).catch(() => undefined);
  };

  const stream = async (req: Request, res: Response, over: AbortController): Promise<void> => {
    const trace = bulkTraceOf(req);
    let failed: unknown = null;
    let firstUnanswered = 1;
    const takeAndAnswer = async (chunk: Judged[]) => {
      try {
        await write(res, await intake.take(chunk, trace), over.signal);
      } catch (error) {
        failed = error;
        firstUnanswered = chunk[0]!.line;
        over.abort();
      }
    };

    let storing = Promise.resolve();
    const found = judged(bodyOf(req, over.signal));
    for await (const chunk of chunksOf(found, limits(streams.inAll()), ({ bytes }) => bytes, over.signal)) {
      await storing;
      if (failed !== null) break;
      storing = takeAndAnswer(chunk);
    }
    await storing;

    if (failed !== null) {
      if (!res.headersSent) {
        req.resume();
        throw failed;
      }
      log.warn(
        { error: loggedError(failed), line: firstUnanswered, traceId: trace.traceId },
        'stream cut short',
      );
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
