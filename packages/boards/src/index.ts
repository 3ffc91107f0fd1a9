export type { Board, BoardPosting } from './board.ts';
export { boards, detectBoard, type BoardAccount } from './boards.ts';
export { createFetcher, type Fetcher } from './fetch/create-fetcher.ts';
export { createGuardedAgent } from './fetch/guarded-agent.ts';
export { readBoard } from './run/read-board.ts';
