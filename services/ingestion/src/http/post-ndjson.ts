import type { Request, Response } from 'express';
import { createValidateStream, type ValidateStreamDeps } from '../intake/validate-stream.ts';
import type { AnswerStream } from './answer-stream.ts';

export type PostNdjsonDeps = ValidateStreamDeps;

/** `POST /v1/postings` with NDJSON: a result line for every line. */
export const createPostNdjson = (deps: PostNdjsonDeps, answerStream: AnswerStream) => {
  const validateStream = createValidateStream(deps);
  return (req: Request, res: Response): Promise<void> =>
    answerStream(req, res, async (blocks) => ({ found: validateStream(blocks) }));
};
