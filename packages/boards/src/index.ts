export { nameOfAccount } from './addresses.ts';
export type { Board, BoardPosting } from './board.ts';
export { boards, detectBoard } from './boards.ts';
export { createBoardFetcher } from './fetch/create-board-fetcher.ts';
export { createFetcher, type Fetcher } from './fetch/create-fetcher.ts';
export { assertPublicHost, createAgent, createGuardedAgent } from './fetch/guarded-agent.ts';
export { openAddress } from './fetch/open-address.ts';
export { MOST_JOBS, readBoard } from './run/read-board.ts';
export { boardOf, sourcesDocument, sourcesIn, type Source, type Sources } from './sources/sources.ts';
