import type { ReactNode } from 'react';
import type { Drawing } from './chart.tsx';
import { shorten } from './shorten.ts';

export type ChartRowProps = {
  row: number;
  /** Its height in pixels. */
  height: number;
  drawing: Drawing;
  /** Its name, and the pixels from the left that there are for it. */
  name: string;
  left: number;
  /** Whether a click opens it. */
  opens: boolean;
  children: ReactNode;
};

/** A row of a chart: its name at the left, right-aligned, and its marks; the whole row is what a pointer hits. */
export const ChartRow = ({ row, height, drawing, name, left, opens, children }: ChartRowProps) => (
  <g
    className={drawing.cursor?.row === row ? 'row active' : 'row'}
    transform={`translate(0 ${row * height})`}
    data-chosen={opens ? 'yes' : undefined}
    {...drawing.pointed(row)}
  >
    <rect className="hit" width={drawing.width} height={height} />
    <text className="name" x={left - 8} y={17} textAnchor="end">
      {shorten(name, left - 8)}
    </text>
    {children}
  </g>
);
