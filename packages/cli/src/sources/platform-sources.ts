import type { BoardsResult, BoardState } from '@skillstream/contracts';
import type { GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { count } from '../terminal/numbers.ts';
import { table } from '../terminal/tables.ts';
import { faultLines } from './fault-lines.ts';

const outcomeOf = ({ outcome, listed }: NonNullable<BoardState['lastRun']>): string => {
  if (outcome !== 'partial') return outcome;
  return listed === 0 ? 'could not be read' : 'read in part';
};

const readText = ({ lastRun, brokenOff }: BoardState): string => {
  if (brokenOff) return `broken off at ${brokenOff.at}: ${brokenOff.reason}`;
  if (lastRun === null) return '';
  return lastRun.reason === null ? outcomeOf(lastRun) : `${outcomeOf(lastRun)}: ${lastRun.reason}`;
};

/** The sources that the platform reads itself, with their last runs. */
export const platformListText = ({ fault, boards }: BoardsResult): string => {
  const list =
    boards.length === 0
      ? 'the platform reads no source'
      : table(
          ['source', 'board', 'account', 'state', 'last run', 'jobs', 'new', 'closed', 'read'],
          boards.map((one) => [
            ...[one.name, one.board, one.account, one.state, one.lastRun?.endedAt ?? 'never'],
            ...(['listed', 'stored', 'closed'] as const).map((what) =>
              one.lastRun === null ? '' : count(one.lastRun[what]),
            ),
            readText(one),
          ]),
          [5, 6, 7],
        );
  if (fault === null) return list;
  return `${faultLines('the file of sources cannot be read', fault)}\n${list}`;
};

const changes = { run: 'runBoard', pause: 'pauseBoard', resume: 'resumeBoard' } as const;
/** What can be asked of a source that the platform reads; `accept`: a run that may close most of its list. */
export type Change = keyof typeof changes | 'accept';

/** What becomes of a source, on one line. */
const changedText: Record<Change, (name: string) => string> = {
  run: (name) => `${name} is read by the platform now: skillstream sources list --platform`,
  accept: (name) => `${name} is read by the platform now, and what is gone is closed, however much that is`,
  pause: (name) => `${name} is paused`,
  resume: (name) => `${name} is read again`,
};

/** Asks the platform for something about a source. @returns what it said; @throws CliError where it has none such */
export const changeSource = async (at: GatewayAccess, what: Change, name: string): Promise<string> => {
  const params = { name };
  const state =
    what === 'accept'
      ? await askGateway(at, 'runBoard', { params, query: { acceptDrop: 'true' } })
      : await askGateway(at, changes[what], { params });
  return changedText[what](state.name);
};

/** Asks the platform for its sources; `isFaulty`: its file has a fault. */
export const listPlatform = async (at: GatewayAccess): Promise<{ text: string; isFaulty: boolean }> => {
  const found = await askGateway(at, 'listBoards');
  return { text: platformListText(found), isFaulty: found.fault !== null };
};
