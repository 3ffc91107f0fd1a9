import type { Turns } from '@skillstream/async';
import { callerNameOf } from '@skillstream/auth';
import { operationPath, type IngestResult } from '@skillstream/contracts';
import { appError, SkillstreamError } from '@skillstream/errors';
import { bodyOf, traceContextOf, readAll, type Capacity } from '@skillstream/http';
import type { Request, Response } from 'express';
import type { Intake } from '../intake/intake.ts';
import { countElements, elementsIn, isArray } from '../intake/elements.ts';
import {
  validateLine,
  validateValue,
  OVERHEAD_BYTES,
  parseBytes,
  type Validated,
} from '../intake/validate.ts';
import { reportIssues } from '../intake/report-issues.ts';
import { createArrayResponse, type ArrayResponse } from './array-response.ts';
import { MOST_ELEMENTS } from './limits.ts';
import { bulkContextOf, unavailableResult } from './bulk-requests.ts';

export type PostJsonDeps = {
  intake: Intake;
  now: () => Date;
  maxBodyBytes: number;
  /** The largest posting, in bytes, alone or in an array. */
  maxLineBytes: number;
  chunkSize: number;
  turns: Turns;
  /** The memory budget of all whole bodies in progress, including what is created for their elements. */
  bodies: Capacity;
};

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
    throw appError('invalid-input', `The body ${first!.path} ${first!.message}`.replace('  ', ' '), {
      context: { faults: reportIssues(faults, faults.length) },
    });
  };

  const one = async (bytes: Buffer, req: Request): Promise<IngestResult> => {
    if (bytes.length > maxLineBytes)
      throw appError('too-large', `A posting may have ${maxLineBytes} bytes, this one has ${bytes.length}`);
    // A hundred concurrent requests would block the event loop together.
    await turns.pause();
    const validation = validateValue(parse(bytes), now());
    if ('faults' in validation) {
      // A caller that follows the schema can only get `unprocessable`.
      const code = validation.of === 'form' ? 'invalid-input' : 'unprocessable';
      throw appError(code, 'The posting is not valid', { context: { faults: validation.faults } });
    }
    const [result] = await intake.take([{ line: 1, ...validation }], traceContextOf(req));
    if (result!.status === 'rejected')
      throw appError('unprocessable', 'The posting is not valid', { context: { faults: result!.faults } });
    return result!;
  };

  // An empty array is a mistake of its sender: an empty file, a filter that leaves nothing.
  const nothingSent = () =>
    appError('unprocessable', 'The array is empty: there is no posting to take', {
      context: { faults: [{ path: '', message: 'holds no posting' }] },
    });

  /**
   * All of an array is read as JSON before any of it is accepted.
   * @param take reserves memory for its elements before any is created
   */
  const check = async (bytes: Buffer, take: (bytes: number) => void): Promise<void> => {
    const count = countElements(bytes, MOST_ELEMENTS);
    if (count === null)
      throw appError('invalid-input', 'The body is not JSON: it is no array from end to end');
    if (count > MOST_ELEMENTS)
      throw appError(
        'too-large',
        `An array may have ${MOST_ELEMENTS} postings; send NDJSON, which has no limit`,
      );
    if (count === 0) throw nothingSent();
    take(count * OVERHEAD_BYTES);
    let index = 0;
    for (const element of elementsIn(bytes)) {
      await turns.pause();
      if (element.length <= maxLineBytes) parse(element, `at ${index}`);
      index += 1;
    }
  };

  const many = async (bytes: Buffer, req: Request): Promise<ArrayResponse> => {
    const response = createArrayResponse();
    const trace = bulkContextOf(req);
    let chunk: Validated[] = [];
    const take = async () => {
      if (chunk.length > 0) response.add(await intake.take(chunk, trace));
      chunk = [];
    };
    try {
      let line = 0;
      for (const element of elementsIn(bytes)) {
        await turns.pause();
        line += 1;
        const kept = element.length > maxLineBytes ? null : element;
        chunk.push(validateLine({ line, bytes: kept }, maxLineBytes, now()));
        if (chunk.length === chunkSize) await take();
      }
      await take();
    } catch (error) {
      // Nothing accepted yet: an error for the whole request. Otherwise the caller must learn what was accepted.
      if (!response.holdsTaken() || !(error instanceof SkillstreamError)) throw error;
      response.add([unavailableResult(response.count() + 1, error)]);
    }
    return response;
  };

  return async (req: Request, res: Response): Promise<void> => {
    intake.admit();
    const over = new AbortController();
    res.on('close', () => over.abort());
    const account = bodies.open(callerNameOf(req));
    try {
      const bytes = await readAll(bodyOf(req, over.signal), {
        maxBytes: maxBodyBytes,
        onBlock: account.take,
        instead: 'send NDJSON, which has no limit',
      });
      if (bytes.length === 0)
        throw appError('invalid-input', 'The body is empty: send a posting, or an array of them');
      if (isArray(bytes)) {
        await check(bytes, account.take);
        const response = await many(bytes, req);
        if (!response.holdsTaken()) throw response.noneTaken();
        return await response.write(res, over.signal);
      }
      const result = await one(bytes, req);
      if ('postingId' in result) res.location(operationPath('getPosting', { id: result.postingId }));
      res.status(202).json(result);
    } finally {
      account.giveBack();
      over.abort();
      // The rest of a rejected body stands before the next request of the connection.
      req.resume();
    }
  };
};
