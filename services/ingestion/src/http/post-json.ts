import type { IngestResult } from '@skillstream/contracts';
import { SkillstreamError, fault, traceOf } from '@skillstream/runtime';
import type { Request, Response } from 'express';
import type { Intake } from '../intake/intake.ts';
import { judgeValue, parseBytes, type Judged } from '../intake/judge.ts';
import { bodyOf, readAll } from './body.ts';
import { bulkTraceOf } from './request-spans.ts';
import { unavailableResult } from './unavailable.ts';

export type PostJsonDeps = { intake: Intake; now: () => Date; maxBodyBytes: number; chunkSize: number };

/** `POST /v1/postings` with one posting or an array of them. */
export const createPostJson = ({ intake, now, maxBodyBytes, chunkSize }: PostJsonDeps) => {
  const parse = async (req: Request): Promise<unknown> => {
    const bytes = await readAll(bodyOf(req), maxBodyBytes);
    if (bytes.length === 0)
      throw fault('invalid-input', 'The body is empty: send a posting, or an array of them');
    const parsed = parseBytes(bytes);
    if ('value' in parsed) return parsed.value;
    const [first] = parsed.faults;
    throw fault('invalid-input', `The body ${first!.path} ${first!.message}`.replace('  ', ' '), {
      context: { faults: parsed.faults },
    });
  };

  const one = async (value: unknown, req: Request): Promise<IngestResult> => {
    const verdict = judgeValue(value, now());
    if ('faults' in verdict) {
      // Whoever keeps to the schema meets the second one alone.
      const code = verdict.of === 'form' ? 'invalid-input' : 'unprocessable';
      throw fault(code, 'The posting is not valid', { context: { faults: verdict.faults } });
    }
    const [result] = await intake.take([{ line: 1, ...verdict }], traceOf(req));
    return result!;
  };

  const many = async (values: unknown[], req: Request): Promise<IngestResult[]> => {
    const results: IngestResult[] = [];
    try {
      while (results.length < values.length) {
        const chunk = values
          .slice(results.length, results.length + chunkSize)
          .map((value, i): Judged => ({ line: results.length + i + 1, ...judgeValue(value, now()) }));
        results.push(...(await intake.take(chunk, bulkTraceOf(req))));
      }
    } catch (error) {
      // Nothing said yet: an error for the whole request. Else the caller must learn what was taken.
      if (results.length === 0 || !(error instanceof SkillstreamError)) throw error;
      results.push(unavailableResult(results.length + 1, error));
    }
    return results;
  };

  return async (req: Request, res: Response): Promise<void> => {
    intake.admit();
    const value = await parse(req);
    if (Array.isArray(value)) return void res.status(202).json(await many(value, req));
    const result = await one(value, req);
    if ('postingId' in result) res.location(`/v1/postings/${result.postingId}`);
    res.status(202).json(result);
  };
};
