import { boardsResult, boardState, runBoardQuery } from './boards-api.ts';
import type { Operation } from './operation.ts';

const change = {
  method: 'POST',
  owner: 'ingestion',
  scope: 'ops:write',
  rateClass: 'expensive',
  response: boardState,
} as const;

/** Public operations on the sources that ingestion reads from job boards. */
export const boardOperations = {
  listBoards: {
    method: 'GET',
    path: '/v1/boards',
    owner: 'ingestion',
    scope: 'ops:read',
    rateClass: 'reads',
    response: boardsResult,
    summary: 'Lists the sources that are read from job boards, and how each was read last',
  },
  runBoard: {
    ...change,
    path: '/v1/boards/:name/run',
    query: runBoardQuery,
    summary: 'Has a board read now',
  },
  pauseBoard: { ...change, path: '/v1/boards/:name/pause', summary: 'Pauses the reading of a board' },
  resumeBoard: { ...change, path: '/v1/boards/:name/resume', summary: 'Has a paused board read again' },
} as const satisfies Record<string, Operation>;
