import { useState, type ReactNode } from 'react';
import { moveCursor, type Cursor } from './cursor.ts';
import { textScale, useWidth } from './use-width.ts';

/** What the marks of a chart draw themselves with. */
export type Drawing = {
  width: number;
  cursor: Cursor | null;
  /** What a mark needs for the pointer to look at its value, and to choose it. */
  pointed: (row: number, column?: number) => { onPointerEnter: () => void; onClick?: () => void };
};

export type ChartProps = {
  /** What it shows, for who does not see it. */
  label: string;
  height: number;
  rows: number;
  columns?: number;
  /** A value as a sentence: shown below the chart, and read out. */
  describe: (row: number, column: number) => string;
  /** What Enter and a click do. */
  onChoose?: ((row: number, column: number) => void) | undefined;
  children: (drawing: Drawing) => ReactNode;
};

/**
 * A chart as one stop of the tab key: arrow keys go from value to value and each is read out. The drawing itself is
 * hidden from screen readers, which have that and the table of the figure.
 */
export const Chart = ({ label, height, rows, columns = 1, describe, onChoose, children }: ChartProps) => {
  const [ref, room] = useWidth<HTMLDivElement>();
  const scale = textScale();
  const width = Math.floor(room / scale);
  const [held, setCursor] = useState<Cursor | null>(null);
  // The data may have become shorter meanwhile.
  const cursor = held && held.row < rows && held.column < columns ? held : null;
  const choose = (row: number, column: number) => onChoose?.(row, column);
  return (
    <>
      <div
        ref={ref}
        className="chart"
        role="application"
        aria-roledescription="chart"
        aria-label={`${label}. Arrow keys go from value to value${onChoose ? ', Enter opens one' : ''}.`}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && cursor) return choose(cursor.row, cursor.column);
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          const next = moveCursor(cursor, event.key, rows, columns);
          if (!next) return;
          event.preventDefault();
          setCursor(next);
        }}
      >
        <svg
          width={room}
          height={Math.ceil(height * scale)}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
        >
          {width > 0 &&
            children({
              width,
              cursor,
              pointed: (row, column = 0) => ({
                onPointerEnter: () => setCursor({ row, column }),
                ...(onChoose && { onClick: () => choose(row, column) }),
              }),
            })}
        </svg>
      </div>
      <p className="readout" aria-live="polite">
        {cursor
          ? describe(cursor.row, cursor.column)
          : 'Point at a value, or use the arrow keys, to read it.'}
      </p>
    </>
  );
};
