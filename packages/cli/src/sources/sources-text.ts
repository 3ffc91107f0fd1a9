import type { Source } from '@skillstream/boards';
import { count, counted } from '../terminal/numbers.ts';
import { table } from '../terminal/tables.ts';
import type { SourceRun, SourceState } from './source-state.ts';

/** Where a list could not be read at all, nothing of it was read in part. */
const partialText = ({ listed }: SourceRun): string => (listed === 0 ? 'could not be read' : 'read in part');

const stateText = (run: SourceRun): string =>
  run.state === 'partial' ? `${partialText(run)}: ${run.reason}` : run.state;

/** The sources with their last runs. */
export const sourcesListText = (sources: { source: Source; state: SourceState }[]): string =>
  table(
    ['source', 'board', 'account', 'last run', 'jobs', 'read'],
    sources.map(({ source: { name, board, account, paused }, state: { lastRun } }) => [
      paused ? `${name} (paused)` : name,
      board.title,
      account,
      lastRun?.at ?? 'never',
      lastRun === null ? '' : count(lastRun.listed),
      lastRun === null ? '' : stateText(lastRun),
    ]),
    [4],
  );

/** What a run came to, on one line. */
export const runText = ({ name, board }: Source, run: SourceRun): string => {
  if (run.state === 'unchanged') return `${name} (${board.title}): as it was at the last run`;
  if (run.state === 'partial' && run.listed === 0)
    return `${name} (${board.title}): ${partialText(run)}: ${run.reason}`;
  const gone =
    run.gone > 0 ? `; ${counted(run.gone, 'job')} of the last run ${run.gone === 1 ? 'is' : 'are'} gone` : '';
  const part =
    run.state === 'partial' ? `; ${partialText(run)}, so nothing is called gone: ${run.reason}` : gone;
  return (
    `${name} (${board.title}): ${counted(run.listed, 'job')}: ${count(run.accepted)} accepted, ` +
    `${count(run.unchanged)} unchanged, ${count(run.rejected)} rejected${part}`
  );
};
