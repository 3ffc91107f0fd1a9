import type { TableQuery } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { charsetOf } from '@skillstream/http';
import type { Request, Response } from 'express';
import { openTableBody } from '../intake/open-table.ts';
import { createQuietBound, createValidateRows, type ValidateRowsDeps } from '../intake/validate-rows.ts';
import type { AnswerStream } from './answer-stream.ts';

/** UTF-16 is known by its byte order mark, or its first letters, whatever the header says. */
const charsets = ['utf-8', 'us-ascii', 'utf-16', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'];

const checkCharset = (req: Request): void => {
  if (!charsets.includes(charsetOf(req)))
    throw appError('unsupported-media-type', 'Send a table in UTF-8 or UTF-16');
};

/** `POST /v1/postings` with a table: a line on its columns, then a result line for every row. */
export const createPostTable = (deps: ValidateRowsDeps, answerStream: AnswerStream) => {
  const validateRows = createValidateRows(deps);
  return async (req: Request, res: Response, query: TableQuery): Promise<void> => {
    checkCharset(req);
    await answerStream(req, res, async (blocks) => {
      const bound = createQuietBound(blocks);
      const { rows, mapped } = await openTableBody(bound.blocks, query);
      return { first: mapped, found: validateRows(rows, bound.heard) };
    });
  };
};
