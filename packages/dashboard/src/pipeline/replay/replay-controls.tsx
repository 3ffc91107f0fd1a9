import { REPLAYED_MS } from './recording.ts';
import { shownTime, type Shown } from './shown-time.ts';
import { timeOfDay } from '../../format/times.ts';

/** Said once to screen readers: the moment itself changes all the time, and is the value of the slider. */
const modes = { live: '', paused: 'Paused', replaying: 'Replay of the last minutes' };
const speeds = [1, 5] as const;

export type ReplayControlsProps = {
  shown: Shown;
  /** The earliest moment that can be shown. */
  firstMs: number | null;
  nowMs: number;
  onShow: (shown: Shown) => void;
};

/** Stops the page at a moment, and shows the last minutes again. */
export const ReplayControls = ({ shown, firstMs, nowMs, onShow }: ReplayControlsProps) => {
  const atMs = shownTime(shown, nowMs);
  const fromMs = Math.max(firstMs ?? nowMs, nowMs - REPLAYED_MS);
  const live = shown.mode === 'live';
  return (
    <div className="tools replay" role="group" aria-label="Pause and replay">
      {shown.mode === 'paused' ? (
        <button
          type="button"
          onClick={() => onShow({ mode: 'replaying', fromMs: atMs, sinceMs: nowMs, speed: 1 })}
        >
          Go on from here
        </button>
      ) : (
        <button type="button" disabled={firstMs === null} onClick={() => onShow({ mode: 'paused', atMs })}>
          Pause
        </button>
      )}
      {speeds.map((speed) => (
        <button
          key={speed}
          type="button"
          disabled={firstMs === null}
          onClick={() => onShow({ mode: 'replaying', fromMs, sinceMs: Date.now(), speed })}
        >
          Replay {speed === 1 ? 'the last minutes' : `${speed} times as fast`}
        </button>
      ))}
      <button type="button" aria-disabled={live} onClick={() => live || onShow({ mode: 'live' })}>
        Now
      </button>
      <label htmlFor="moment">Moment</label>
      <input
        id="moment"
        type="range"
        disabled={firstMs === null}
        min={Math.floor((fromMs - nowMs) / 1000)}
        max={0}
        value={Math.round((atMs - nowMs) / 1000)}
        aria-valuetext={live ? 'now' : timeOfDay(atMs)}
        onChange={(event) => {
          const seconds = Number(event.target.value);
          onShow(seconds >= 0 ? { mode: 'live' } : { mode: 'paused', atMs: nowMs + seconds * 1000 });
        }}
      />
      {!live && (
        <strong className="past">
          {shown.mode === 'paused' ? 'Paused at' : 'Replay of'} {timeOfDay(atMs)}
        </strong>
      )}
      <span className="aside-text" role="status">
        {modes[shown.mode]}
      </span>
    </div>
  );
};
