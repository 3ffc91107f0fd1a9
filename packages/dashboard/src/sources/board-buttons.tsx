import type { BoardState } from '@skillstream/contracts';
import type { BoardChange } from '../api/boards.ts';

export type BoardButtonsProps = {
  board: Pick<BoardState, 'name' | 'state' | 'lastRun'>;
  /** Whether something is asked of a source just now. */
  isPending: boolean;
  onChange: (change: BoardChange) => void;
};

/** Has a source read now, also where most of its list is gone, pauses it, or has it read again. */
export const BoardButtons = ({ board, isPending, onChange }: BoardButtonsProps) => {
  const { name, state, lastRun } = board;
  const isPaused = state === 'paused';
  const cannotRun = isPending || state === 'running';
  // One button for both, which has the focus before and after.
  const other = isPaused ? 'resume' : 'pause';
  return (
    <span className="tools">
      <button type="button" aria-disabled={cannotRun} onClick={() => !cannotRun && onChange('run')}>
        Run now<span className="aside-text"> {name}</span>
      </button>
      {lastRun?.dropRefused && (
        <button type="button" aria-disabled={cannotRun} onClick={() => !cannotRun && onChange('accept')}>
          Run and accept the drop<span className="aside-text"> {name}</span>
        </button>
      )}
      <button type="button" aria-disabled={isPending} onClick={() => !isPending && onChange(other)}>
        {isPaused ? 'Resume' : 'Pause'}
        <span className="aside-text"> {name}</span>
      </button>
    </span>
  );
};
