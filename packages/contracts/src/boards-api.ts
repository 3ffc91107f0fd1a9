import { z } from 'zod';
import { sourceName } from './posting.ts';

/** The fields of a posting of which it is counted how many postings of a board have them. */
export const filledFields = [
  ...(['title', 'organization', 'country', 'workplace', 'role', 'seniority', 'salary'] as const),
] as const;
export type FilledField = (typeof filledFields)[number];

/** What came of reading a board: all of it, a part of it, or the board says that nothing has changed. */
export const boardOutcomes = ['complete', 'partial', 'unchanged'] as const;
export type BoardOutcome = (typeof boardOutcomes)[number];

const count = z.int().nonnegative();

/** The query of `POST /v1/boards/{name}/run`. */
export const runBoardQuery = z.strictObject({
  acceptDrop: z
    .enum(['true', 'false'])
    .optional()
    .describe('If true, this run closes what is gone from the list also where that is most of it at once.'),
});

export const boardRun = z.object({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  outcome: z.enum(boardOutcomes),
  reason: z.string().nullable().describe('Why it is partial, or why nothing was closed'),
  dropRefused: z
    .boolean()
    .optional()
    .describe('Whether nothing was closed since most of the list was gone at once; a run can accept that'),
  listed: count.describe('Jobs in the list'),
  stored: count.describe('New postings and new versions'),
  unchanged: count,
  rejected: count.describe('Jobs that are no posting, or one that is not taken'),
  closed: count.describe('Postings that are gone from the list'),
  filled: z
    .partialRecord(z.enum(filledFields), count)
    .describe('Of how many of the postings, stored and unchanged, each field is known'),
  faults: z.array(z.string()).describe('The first of what was rejected, with why'),
});
export type BoardRun = z.infer<typeof boardRun>;

/** A source that ingestion reads from a job board, and how its last run ended. */
export const boardState = z.object({
  name: sourceName,
  board: z.string(),
  account: z.string(),
  address: z.string(),
  state: z.enum(['waiting', 'running', 'paused']),
  everyMinutes: z.int().positive(),
  nextRunAt: z.iso
    .datetime()
    .nullable()
    .describe('null: as soon as there is room, or never while it is paused'),
  lastReadAt: z.iso.datetime().nullable().describe('When it was last read to its end'),
  lastRun: boardRun.nullable(),
  brokenOff: z
    .object({ at: z.iso.datetime(), reason: z.string() })
    .optional()
    .describe('When and why the run that is open was broken off last; it goes on after a pause'),
});
export type BoardState = z.infer<typeof boardState>;

/** `GET /v1/boards`. */
export const boardsResult = z.object({
  fault: z
    .string()
    .nullable()
    .describe(
      'Why the file of sources cannot be read, a line for each fault with its line and column, 20 at most; the ' +
        'sources are those of when it last could',
    ),
  boards: z.array(boardState),
});
export type BoardsResult = z.infer<typeof boardsResult>;
