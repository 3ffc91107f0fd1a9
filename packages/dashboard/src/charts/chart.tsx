import { useState, type ReactNode } from 'react';
import { moveCursor, placeOf, type Cursor, type Held } from './cursor.ts';
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
  /** The ids of its rows and columns: what is looked at stays so where a renewal moves it. */
  rows: readonly string[];
  columns?: readonly string[];
  /** A value as a sentence: shown below the chart, and read out when it is gone to. */
  describe: (row: number, column: number) => string;
  /** What Enter and a click do. */
  onChoose?: ((row: number, column: number) => void) | undefined;
  children: (drawing: Drawing) => ReactNode;
};

const ONE_COLUMN = [''];

/**
 * A chart as one stop of the tab key: arrow keys go from value to value and each is read out. The drawing itself is
 * hidden from screen readers, which have that and the table of the figure.
 */
export const Chart = ({
  label,
  height,
  rows,
  columns = ONE_COLUMN,
  describe,
  onChoose,
  children,
}: ChartProps) => {
  const [ref, room] = useWidth<HTMLDivElement>();
  const scale = textScale();
  const width = Math.floor(room / scale);
  const [held, hold] = useState<Held | null>(null);
  // Apart from what is shown, which changes with each renewal: that is not read out.
  const [said, say] = useState('');
  const cursor = placeOf(held, rows, columns);
  const lookAt = ({ row, column }: Cursor) => {
    hold({ row: rows[row]!, column: columns[column]! });
    say(describe(row, column));
  };
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
          const next = moveCursor(cursor, event.key, rows.length, columns.length);
          if (!next) return;
          event.preventDefault();
          lookAt(next);
        }}
        onBlur={() => say('')}
        // A finger leaves as soon as it has pointed.
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && say('')}
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
                onPointerEnter: () => lookAt({ row, column }),
                ...(onChoose && { onClick: () => choose(row, column) }),
              }),
            })}
        </svg>
      </div>
      <p className="readout">
        {cursor
          ? describe(cursor.row, cursor.column)
          : 'Point at a value, or use the arrow keys, to read it.'}
      </p>
      <p className="aside-text" aria-live="polite">
        {said}
      </p>
    </>
  );
};
