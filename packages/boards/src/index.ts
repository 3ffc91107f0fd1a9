export type { Board, BoardPosting } from './board.ts';
export { boards, detectBoard, type BoardAccount } from './boards.ts';
export { createFetcher, type Fetcher, type FetcherDeps, type Validators } from './fetch/create-fetcher.ts';
export { createGuardedAgent } from './fetch/guarded-agent.ts';
export { readBoard, type BoardReport } from './run/read-board.ts';
