import { scaleLinear } from 'd3-scale';
import type { CountUnit } from '@skillstream/contracts';
import { Chart } from './chart.tsx';
import { count, interval, month as monthName, share } from '../format/numbers.ts';
import { inUnit } from '../format/units.ts';
import { bandOf, barsOf, lineOf, type MonthPoint, type Series } from './trend-paths.ts';
import { spread } from './spread.ts';
import { shorten } from './shorten.ts';
import { locale } from '../format/locale.ts';

const HEIGHT = 280;
const BOTTOM = 26;
/** How far apart skills stand in a single month. */
const APART = 14;
const TOP = 8;
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

const pointText = (series: Series, month: string, point: MonthPoint | undefined, unit: CountUnit) =>
  point
    ? `${series.label}, ${monthName(month)}: ${count(point.count)} of ${inUnit(point.population, unit)}, ` +
      `${share(point.share)} (95% interval ${interval(point.low, point.high)})` +
      (point.partial ? '; this month is not over' : '')
    : `${series.label}, ${monthName(month)}: no ${unit}`;

export type TrendLinesProps = {
  label: string;
  series: readonly Series[];
  months: readonly string[];
  unit: CountUnit;
};

/**
 * Shares by month as lines, intervals as bands, of a month that stands alone as bars; a month that is not over is a
 * hollow dot on a dashed line.
 */
export const TrendLines = ({ label, series, months, unit }: TrendLinesProps) => {
  const all = series.flatMap(({ points }) => [...points.values()]);
  const most = Math.max(0.01, ...all.map(({ high, share: value }) => high ?? value ?? 0));
  return (
    <Chart
      label={label}
      height={HEIGHT}
      rows={series.map(({ id }) => id)}
      columns={months}
      describe={(row, column) =>
        pointText(series[row]!, months[column]!, series[row]!.points.get(months[column]!), unit)
      }
    >
      {({ width, cursor, pointed }) => {
        const right = Math.min(150, Math.round(width * 0.27));
        // A single month stands in the middle, its skills beside each other.
        const single = months.length === 1;
        const x = scaleLinear(single ? [-1, 1] : [0, Math.max(1, months.length - 1)], [42, width - right]);
        const y = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]).nice(4);
        const step = Math.max(1, Math.ceil(months.length / Math.max(2, (width - right) / 84)));
        const asideOf = (row: number) => (single ? (row - (series.length - 1) / 2) * APART : 0);
        const scalesOf = (row: number) => ({ x: (column: number) => x(column) + asideOf(row), y, months });
        const ends = series.map(({ points }) => y([...points.values()].at(-1)?.share ?? 0));
        const labelYs = spread(ends, 16, TOP + 6, HEIGHT - BOTTOM);
        return (
          <>
            <g className="axis">
              {y.ticks(4).map((value) => (
                <g key={value} transform={`translate(0 ${y(value)})`}>
                  <line x1={42} x2={width - right} />
                  <text x={36} y={4} textAnchor="end">
                    {percent.format(value)}
                  </text>
                </g>
              ))}
              {months.map((name, column) =>
                column % step === 0 ? (
                  <text key={name} x={x(column)} y={HEIGHT - 6} textAnchor="middle">
                    {monthName(name)}
                  </text>
                ) : null,
              )}
            </g>
            {series.map((one, row) => (
              <g
                key={one.id}
                className={`series s${one.chosenAt}${cursor && cursor.row !== row ? ' aside' : ''}`}
                data-series={one.id}
              >
                <path className="band" d={bandOf(one, scalesOf(row))} />
                <path className="alone" d={barsOf(one, scalesOf(row))} />
                <path className="line" d={lineOf(one, scalesOf(row), false)} />
                <path className="line partial" d={lineOf(one, scalesOf(row), true)} />
                {months.map((name, column) => {
                  const point = one.points.get(name);
                  if (!point || point.share === null) return null;
                  const looked = cursor?.row === row && cursor.column === column;
                  return (
                    <circle
                      key={name}
                      className={point.partial ? 'dot partial' : 'dot'}
                      cx={x(column) + asideOf(row)}
                      cy={y(point.share)}
                      r={looked ? 6 : point.partial ? 4 : 3}
                      {...pointed(row, column)}
                    />
                  );
                })}
                <text className="name" x={width - right + 10} y={labelYs[row]! + 4}>
                  {shorten(one.label, right - 12)}
                </text>
              </g>
            ))}
          </>
        );
      }}
    </Chart>
  );
};
