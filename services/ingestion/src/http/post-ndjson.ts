import { once } from 'node:events';
import type { IngestResult } from '@skillstream/contracts';
import { messageOf, type Log, loggedError } from '@skillstream/runtime';
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
  limits: ChunkLimits;
};

type Weighed = Judged & { bytes: number };

/** `POST /v1/postings` with NDJSON: a result line for every line, in order, as soon as it is durable. */
export const createPostNdjson = ({ intake, log, now, maxLineBytes, limits }: PostNdjsonDeps) => {
  /** Judges while the chunk before is being stored. A body that breaks off is one more fault, on its line. */
  async function* judged(blocks: AsyncIterable<Buffer>): AsyncGenerator<Weighed[]> {
    let line = 0;
    try {
      for await (const lines of linesOf(blocks, maxLineBytes)) {
        line = lines.at(-1)!.line;
        yield lines.map((raw) => ({ ...judgeLine(raw, maxLineBytes, now()), bytes: raw.bytes?.length ?? 0 }));
      }
    } catch (error) {
      const message = `the body cannot be read further: ${messageOf(error)}`;
      yield [{ line: line + 1, faults: [{ path: '', message }], of: 'form', bytes: 0 }];
    }
  }

  const write = async (res: Response, results: IngestResult[], signal: AbortSignal) => {
    if (signal.aborted) return;
    if (!res.headersSent) res.status(200).type('application/x-ndjson');
    const text = results.map((result) => `${JSON.stringify(result)}\n`).join('');
    if (!res.write(text)) await once(res, 'drain', { signal }).catch(() => undefined);
  };

  return async (req: Request, res: Response): Promise<void> => {
    intake.admit();
    const trace = bulkTraceOf(req);
    const over = new AbortController();
    res.on('close', () => over.abort());

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
    for await (const chunk of chunksOf(judged(bodyOf(req)), limits, ({ bytes }) => bytes, over.signal)) {
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
};
