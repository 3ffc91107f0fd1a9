import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReplayServer, type Replay } from '../../packages/boards/test/replay-server.ts';
import { replayEnv } from './replay-env.ts';

/** The source that is played. */
export const playedSource = { name: 'boats', address: 'https://boards.greenhouse.io/boats' };

/**
 * Plays one job board, which says the same whatever it is asked.
 * @param reply what it says, or what gives it, when it changes
 * @returns `env`: what ingestion needs to read it; `close`: once ingestion no longer does
 */
export const playBoard = async (reply: Replay | (() => Replay)) => {
  const server = await startReplayServer(() => (typeof reply === 'function' ? reply() : reply));
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-boards-'));
  const file = join(folder, 'sources.yaml');
  writeFileSync(file, JSON.stringify({ sources: [playedSource] }));
  return {
    env: { ...replayEnv(server.origin), BOARDS_FILE: file },
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
};
