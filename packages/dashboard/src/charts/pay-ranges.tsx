import { scaleLinear } from 'd3-scale';
import type { CountUnit, PayQuantiles } from '@skillstream/contracts';
import { Chart } from './chart.tsx';
import { pay, payInterval, shortPay } from '../format/numbers.ts';
import { inUnit } from '../format/units.ts';
import { XAxis } from './x-axis.tsx';
import { shorten } from './shorten.ts';

type PayRow = PayQuantiles & { id: string; label: string };

const ROW = 46;
const AXIS = 26;
/** For half of a label of the axis, which stands in the middle below its line. */
const END = 28;

const statePay = (value: number, unit: CountUnit) =>
  `${inUnit(value, unit)} ${value === 1 ? 'states' : 'state'} a pay`;

/** Pay as a sentence. */
const payText = (row: PayRow, unit: CountUnit): string =>
  row.median === null
    ? `${row.label}: ${statePay(row.count, unit)}, too few for quantiles (20)`
    : `${row.label}: median ${pay(row.median)} (95% interval ${payInterval(row.medianLow, row.medianHigh)}), half between ${pay(row.p25)} and ${pay(row.p75)}, ` +
      `four fifths between ${pay(row.p10)} and ${pay(row.p90)}; ${statePay(row.count, unit)}`;

export type PayRangesProps = { label: string; rows: readonly PayRow[]; unit: CountUnit };

/** Yearly pay of groups: a line from the 10th to the 90th percentile, a box of the middle half, and the median. */
export const PayRanges = ({ label, rows, unit }: PayRangesProps) => {
  const height = rows.length * ROW + AXIS;
  const ends = rows.flatMap(({ p10, p90 }) => [p10, p90]).filter((one) => one !== null);
  const [low, high] = ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [0, 1];
  return (
    <Chart
      label={label}
      height={height}
      rows={rows.map(({ id }) => id)}
      describe={(row) => payText(rows[row]!, unit)}
    >
      {({ width, cursor, pointed }) => {
        const x = scaleLinear([low, high], [END, Math.max(END + 1, width - END)]).nice(4);
        return (
          <>
            {ends.length > 0 && (
              <XAxis scale={x} height={height} ticks={Math.max(2, width / 110)} format={shortPay} />
            )}
            {rows.map((row, i) => (
              <g
                key={row.id}
                className={cursor?.row === i ? 'row active' : 'row'}
                transform={`translate(0 ${i * ROW})`}
                {...pointed(i)}
              >
                <rect className="hit" width={width} height={ROW} />
                <text className="name" x={14} y={14}>
                  {shorten(`${row.label} (${statePay(row.count, unit)})`, width - 28)}
                </text>
                {row.p10 === null || row.p25 === null || row.median === null ? (
                  <text className="count" x={14} y={32}>
                    fewer than 20: no quantiles
                  </text>
                ) : (
                  <>
                    <path className="interval" d={`M${x(row.p10)} 25v8m0 -4H${x(row.p90!)}m0 -4v8`} />
                    <rect
                      className="bar"
                      x={x(row.p25)}
                      y={21}
                      width={x(row.p75!) - x(row.p25)}
                      height={16}
                    />
                    <path className="median" d={`M${x(row.median)} 19v20`} />
                    {typeof row.medianLow === 'number' && typeof row.medianHigh === 'number' && (
                      <path className="median" d={`M${x(row.medianLow)} 41H${x(row.medianHigh)}`} />
                    )}
                  </>
                )}
              </g>
            ))}
          </>
        );
      }}
    </Chart>
  );
};
