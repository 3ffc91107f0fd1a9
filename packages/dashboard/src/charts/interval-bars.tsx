import { scaleLinear } from 'd3-scale';
import { Chart } from './chart.tsx';
import { count, interval, share } from '../format/numbers.ts';
import { XAxis } from './x-axis.tsx';
import { shorten } from './shorten.ts';

export type Bar = {
  id: string;
  label: string;
  count: number;
  population: number;
  share: number | null;
  low: number | null;
  high: number | null;
};

const ROW = 26;
const AXIS = 24;
/** Below this width in pixels counts stand in the readout and the table alone. */
const WIDE = 560;
const wholePercent = new Intl.NumberFormat(undefined, { style: 'percent' });

/** A bar as a sentence. */
export const barText = (bar: Bar): string =>
  `${bar.label}: ${count(bar.count)} of ${count(bar.population)} postings, ${share(bar.share)} ` +
  `(95% interval ${interval(bar.low, bar.high)})`;

export type IntervalBarsProps = {
  label: string;
  bars: readonly Bar[];
  onChoose?: ((id: string) => void) | undefined;
};

/** Shares as bars, one below the other, each with its interval as a line. */
export const IntervalBars = ({ label, bars, onChoose }: IntervalBarsProps) => {
  const height = bars.length * ROW + AXIS;
  const most = Math.max(0.001, ...bars.map(({ high, share: value }) => high ?? value ?? 0));
  return (
    <Chart
      label={label}
      height={height}
      rows={bars.length}
      describe={(row) => barText(bars[row]!)}
      onChoose={onChoose && ((row) => onChoose(bars[row]!.id))}
    >
      {({ width, cursor, pointed }) => {
        const left = Math.min(190, Math.round(width * 0.34));
        const right = width > WIDE ? 120 : 58;
        const x = scaleLinear([0, most], [left, Math.max(left + 1, width - right - 6)]);
        return (
          <>
            <XAxis
              scale={x}
              height={height}
              ticks={Math.max(2, (width - left - right) / 90)}
              format={(value) => wholePercent.format(value)}
            />
            {bars.map((bar, row) => (
              <g
                key={bar.id}
                className={cursor?.row === row ? 'row active' : 'row'}
                transform={`translate(0 ${row * ROW})`}
                data-chosen={onChoose ? 'yes' : undefined}
                {...pointed(row)}
              >
                <rect className="hit" width={width} height={ROW} />
                <text className="name" x={left - 8} y={17} textAnchor="end">
                  {shorten(bar.label, left - 8)}
                </text>
                <rect className="bar" x={left} y={6} width={x(bar.share ?? 0) - left} height={14} />
                {bar.low !== null && bar.high !== null && (
                  <path className="interval" d={`M${x(bar.low)} 9v8m0 -4H${x(bar.high)}m0 -4v8`} />
                )}
                <text className="value" x={width - right + 52} y={17} textAnchor="end">
                  {share(bar.share)}
                </text>
                {width > WIDE && (
                  <text className="count" x={width} y={17} textAnchor="end">
                    {count(bar.count)}
                  </text>
                )}
              </g>
            ))}
          </>
        );
      }}
    </Chart>
  );
};
