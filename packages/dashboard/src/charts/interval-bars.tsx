import { scaleLinear } from 'd3-scale';
import type { CountUnit } from '@skillstream/contracts';
import { Chart } from './chart.tsx';
import { count, interval, percent, share } from '../format/numbers.ts';
import { inUnit } from '../format/units.ts';
import { XAxis } from './x-axis.tsx';
import { ChartRow } from './chart-row.tsx';
import type { SkillShare } from './skill-share.ts';

const ROW = 26;
const AXIS = 24;
/** Below this width in pixels counts stand in the readout and the table alone. */
const WIDE = 560;

/** A bar as a sentence. */
export const barText = (bar: SkillShare, unit: CountUnit): string =>
  `${bar.label}: ${count(bar.count)} of ${inUnit(bar.population, unit)}, ${share(bar.share)} ` +
  `(95% interval ${interval(bar.low, bar.high)})`;

export type IntervalBarsProps = {
  label: string;
  bars: readonly SkillShare[];
  unit: CountUnit;
  onChoose?: ((id: string) => void) | undefined;
};

/** Shares as bars, one below the other, each with its interval as a line. */
export const IntervalBars = ({ label, bars, unit, onChoose }: IntervalBarsProps) => {
  const height = bars.length * ROW + AXIS;
  const most = Math.max(0.001, ...bars.map(({ high, share: value }) => high ?? value ?? 0));
  return (
    <Chart
      label={label}
      height={height}
      rows={bars.map(({ id }) => id)}
      describe={(row) => barText(bars[row]!, unit)}
      onChoose={onChoose && ((row) => onChoose(bars[row]!.id))}
    >
      {(drawing) => {
        const { width } = drawing;
        const left = Math.min(190, Math.round(width * 0.34));
        const right = width > WIDE ? 120 : 58;
        const x = scaleLinear([0, most], [left, Math.max(left + 1, width - right - 6)]);
        return (
          <>
            <XAxis
              scale={x}
              height={height}
              ticks={Math.max(2, (width - left - right) / 90)}
              format={percent}
            />
            {bars.map((bar, row) => (
              <ChartRow
                key={bar.id}
                {...{ row, drawing, left }}
                height={ROW}
                name={bar.label}
                opens={onChoose !== undefined}
              >
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
              </ChartRow>
            ))}
          </>
        );
      }}
    </Chart>
  );
};
