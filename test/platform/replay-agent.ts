import { replayDispatcher } from '../../packages/boards/test/replay-server.ts';

/** Stands for the agent of the real boards: see `replay-boards.ts`. */
export const createGuardedAgent = () => replayDispatcher(process.env['REPLAY_ORIGIN']!);

/** The same where somebody vouches for an address. */
export const createAgent = createGuardedAgent;

/** Any host is taken: all are played. */
export const assertPublicHost = (): void => undefined;
