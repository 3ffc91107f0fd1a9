/** Variables of ingestion with which a server of the test plays all job boards. @param origin of the server */
export const replayEnv = (origin: string): Record<string, string> => ({
  ...{ REPLAY_ORIGIN: origin, BOARDS_EVERY_MS: '0' },
  NODE_OPTIONS: `--import=${new URL('replay-boards.ts', import.meta.url).href}`,
});
