import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { boards, createFetcher, readBoard, type Board, type BoardPosting } from '@skillstream/boards';
import { startReplayServer, type Replay } from '../../../packages/boards/test/replay-server.ts';
import { validateValue } from '../../../services/ingestion/src/intake/validate.ts';
import { dataFile } from '../data-folder.ts';

const NOW = new Date('2026-11-24T00:00:00Z');
const LEVER_PAGE = 100;

/** A file `greenhouse_acme.json` holds what a board said about an account. */
const fileOf = (board: Board): string =>
  readdirSync(dataFile('boards')).find((name) => name.startsWith(board.name))!;
const accountOf = (file: string): string => basename(file).replace(/\..*/, '').split('_')[1] ?? 'all';

/** The texts that lists leave out are in no file: made-up ones, as each board sends them. */
const details: Record<string, Replay> = {
  ashby: {
    body: '<script type="application/ld+json">{"@type":"JobPosting","description":"<p>Go</p>","datePosted":"2026-01-02"}</script>',
  },
  justjoinit: { body: JSON.stringify({ body: '<p>Go</p>' }) },
  smartrecruiters: {
    body: JSON.stringify({ jobAd: { sections: { jobDescription: { text: '<p>Go</p>' } } } }),
  },
};

/**
 * What the server says: the file for the list, which Lever gives in pages; where the file is the first of many pages,
 * it is all that there is.
 */
const replayOf = (board: Board, text: string, isList: boolean, query: URLSearchParams): Replay => {
  if (!isList) return details[board.name]!;
  const body = board.format === 'json' ? (JSON.parse(text) as unknown) : null;
  if (board.name === 'lever') {
    const skip = Number(query.get('skip'));
    return { body: JSON.stringify((body as unknown[]).slice(skip, skip + LEVER_PAGE)) };
  }
  return { body: text };
};

export type BoardResult = {
  board: string;
  complete: boolean;
  reason: string | null;
  jobs: number;
  faults: string[];
  postings: BoardPosting[];
  /** Postings that ingestion would refuse, with why. */
  refused: string[];
  /** Of how many postings ingestion knows each field. */
  known: Record<'title' | 'organization' | 'country' | 'workplace' | 'role' | 'seniority' | 'salary', number>;
};

const measureBoard = async (board: Board): Promise<BoardResult> => {
  const file = fileOf(board);
  const text = readFileSync(join(dataFile('boards'), file), 'utf8');
  const account = accountOf(file);
  const list = new URL(board.list(account));
  const server = await startReplayServer((place, request) =>
    replayOf(
      board,
      text,
      place === `${list.host}${list.pathname}`,
      new URL(request.url!, 'http://replay').searchParams,
    ),
  );
  const fetch = createFetcher({
    ...{ dispatcher: server.dispatcher, userAgent: 'skillstream-test', everyMs: 0 },
    ...{ maxBytes: 32_000_000, timeoutMs: 60_000, sleep: async () => undefined },
  });
  const result: BoardResult = {
    ...{ board: board.name, complete: false, reason: null, jobs: 0, faults: [], postings: [], refused: [] },
    known: { title: 0, organization: 0, country: 0, workplace: 0, role: 0, seniority: 0, salary: 0 },
  };
  try {
    const report = await readBoard(
      { board, account },
      {
        ...{ fetch, now: () => NOW },
        onPosting: async (posting) => void result.postings.push(posting),
        onFault: (fault) => void result.faults.push(fault),
      },
    );
    Object.assign(result, { complete: report.complete, reason: report.reason, jobs: report.listed });
  } finally {
    await server.close();
  }
  for (const posting of result.postings) {
    const validated = validateValue({ source: board.name, ...posting }, NOW);
    if ('faults' in validated) {
      result.refused.push(`${posting.sourceId}: ${JSON.stringify(validated.faults)}`);
      continue;
    }
    const { title, organization, location, workplace, role, seniority, salary } = validated.posting;
    const isKnown = {
      ...{ title: title !== '', organization: organization !== null, country: location.country !== null },
      ...{ workplace: workplace !== 'unknown', role: role !== 'other', seniority: seniority !== 'unknown' },
      salary: salary !== null,
    };
    for (const field of Object.keys(isKnown) as (keyof typeof isKnown)[])
      result.known[field] += isKnown[field] ? 1 : 0;
  }
  return result;
};

/** Reads each board's real answer through a server that plays it, and lets ingestion look at what comes out. */
export const measureBoards = async (): Promise<BoardResult[]> => {
  const results: BoardResult[] = [];
  for (const board of boards) results.push(await measureBoard(board));
  return results;
};
