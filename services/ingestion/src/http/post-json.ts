import type { IngestResult } from '@skillstream/contracts';
import {
  callerNameOf,
  SkillstreamError,
  fault,
  traceOf,
  type Places,
  type Turns,
} from '@skillstream/runtime';
import type { Request, Response } from 'express';
import type { Intake } from '../intake/intake.ts';
import { judgeLine, judgeValue, parseBytes } from '../intake/judge.ts';
import { elementsOf, isArray } from '../intake/json-shape.ts';
import type { RawLine } from '../intake/lines.ts';
import { createTeller, tellFaults } from '../intake/tell-faults.ts';
import { bodyOf, readAll } from './body.ts';
import { bulkTraceOf } from './request-spans.ts';
import { unavailableResult } from './unavailable.ts';

/** Postings of one array; a stream has no limit. */
export const MOST_ELEMENTS = 10_000;
const MOST_FAULTS_OF_NONE = 100;

export type PostJsonDeps = {
  intake: Intake;
  now: () => Date;
  maxBodyBytes: number;
  /** Of one posting, alone or in an array. */
  maxLineBytes: number;
  chunkSize: number;
  turns: Turns;
  /** Bytes that all whole bodies under way may have together. */
  bodies: Places;
};

const isRejected = (result: IngestResult) => result.status === 'rejected';

/** `POST /v1/postings` with one posting or an array of them. */
export const createPostJson = (deps: PostJsonDeps) => {
  const { intake, now, maxBodyBytes, maxLineBytes, chunkSize, turns, bodies } = deps;

  const parse = (bytes: Buffer, where = ''): unknown => {
    const parsed = parseBytes(bytes);
    if ('value' in parsed) return parsed.value;
    const faults = parsed.faults.map(({ path, message }) => ({
      path: [where, path].filter(Boolean).join('.'),
      message,
    }));
    const [first] = faults;
    throw fault('invalid-input', `The body ${first!.path} ${first!.message}`.replace('  ', ' '), {
      context: { faults: tellFaults(faults, faults.length) },
    });
  };

  const one = async (bytes: Buffer, req: Request): Promise<IngestResult> => {
    if (bytes.length > maxLineBytes)
      throw fault('too-large', `A posting may have ${maxLineBytes} bytes, this one has ${bytes.length}`);
    const verdict = judgeValue(parse(bytes), now());
    if ('faults' in verdict) {
      // Whoever keeps to the schema meets the second one alone.
      const code = verdict.of === 'form' ? 'invalid-input' : 'unprocessable';
      throw fault(code, 'The posting is not valid', { context: { faults: verdict.faults } });
    }
    const [result] = await intake.take([{ line: 1, ...verdict }], traceOf(req));
    if (result!.status === 'rejected')
      throw fault('unprocessable', 'The posting is not valid', { context: { faults: result!.faults } });
    return result!;
  };

  const cut = async (bytes: Buffer): Promise<RawLine[]> => {
    const elements = elementsOf(bytes, MOST_ELEMENTS);
    if (elements === null)
      throw fault('invalid-input', 'The body is not JSON: it is no array from end to end');
    if (elements.length > MOST_ELEMENTS)
      throw fault(
        'too-large',
        `An array may have ${MOST_ELEMENTS} postings; send NDJSON, which has no limit`,
      );
    const kept = elements.map((element, i) => ({
      line: i + 1,
      bytes: element.length > maxLineBytes ? null : element,
    }));
    // All of it is JSON before any of it is taken.
    for (const { line, bytes: element } of kept) {
      await turns.pause();
      if (element) parse(element, `at ${line - 1}`);
    }
    return kept;
  };

  const many = async (elements: RawLine[], req: Request): Promise<IngestResult[]> => {
    const results: IngestResult[] = [];
    const tell = createTeller();
    const trace = bulkTraceOf(req);
    try {
      while (results.length < elements.length) {
        const chunk = [];
        for (const element of elements.slice(results.length, results.length + chunkSize)) {
          await turns.pause();
          chunk.push(judgeLine(element, maxLineBytes, now()));
        }
        for (const result of await intake.take(chunk, trace))
          results.push(result.status === 'rejected' ? { ...result, faults: tell(result.faults) } : result);
      }
    } catch (error) {
      // Nothing taken yet: an error for the whole request. Else the caller must learn what was taken.
      if (results.every(isRejected) || !(error instanceof SkillstreamError)) throw error;
      results.push(unavailableResult(results.length + 1, error));
    }
    return results;
  };

  const noneTaken = (results: IngestResult[]) => {
    const faults = results.flatMap((result) =>
      result.status === 'rejected'
        ? result.faults.map(({ path, message }) => ({
            path: [result.line - 1, path].filter((part) => part !== '').join('.'),
            message,
          }))
        : [],
    );
    return fault('unprocessable', `None of the ${results.length} postings can be taken`, {
      context: { faults: tellFaults(faults, MOST_FAULTS_OF_NONE) },
    });
  };

  // Whoever sends one meant to send something: a file that is empty, a filter that leaves nothing.
  const nothingSent = () =>
    fault('unprocessable', 'The array is empty: there is no posting to take', {
      context: { faults: [{ path: '', message: 'holds no posting' }] },
    });

  return async (req: Request, res: Response): Promise<void> => {
    intake.admit();
    const over = new AbortController();
    res.on('close', () => over.abort());
    const account = bodies.open(callerNameOf(req));
    try {
      const bytes = await readAll(bodyOf(req, over.signal), maxBodyBytes, account.take);
      if (bytes.length === 0)
        throw fault('invalid-input', 'The body is empty: send a posting, or an array of them');
      if (isArray(bytes)) {
        const elements = await cut(bytes);
        if (elements.length === 0) throw nothingSent();
        const results = await many(elements, req);
        if (results.every(isRejected)) throw noneTaken(results);
        return void res.status(202).json(results);
      }
      const result = await one(bytes, req);
      if ('postingId' in result) res.location(`/v1/postings/${result.postingId}`);
      res.status(202).json(result);
    } finally {
      account.giveBack();
      over.abort();
      // What is left of a body that was refused stands before the next request of the connection.
      req.resume();
    }
  };
};
