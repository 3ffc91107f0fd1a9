/** A share in a month; `partial` when the month is not over. */
export type MonthPoint = {
  population: number;
  count: number;
  share: number | null;
  low: number | null;
  high: number | null;
  partial: boolean;
};
/** The months of one skill; a month without postings is not there. */
export type Series = {
  id: string;
  label: string;
  /** Which of the chosen skills it is, from 0: by that it has its colour, here as where it was chosen. */
  chosenAt: number;
  points: ReadonlyMap<string, MonthPoint>;
};
type ChartScales = { x: (column: number) => number; y: (share: number) => number; months: readonly string[] };

const round = (value: number) => Math.round(value * 10) / 10;
const pathOf = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

/** Runs of months without a gap: no line leads over a month without postings, as if there had been some. */
const runsOf = ({ points }: Series, months: readonly string[]): { column: number; point: MonthPoint }[][] => {
  const runs: { column: number; point: MonthPoint }[][] = [[]];
  months.forEach((name, column) => {
    const point = points.get(name);
    if (point && point.share !== null) runs.at(-1)!.push({ column, point });
    else if (runs.at(-1)!.length > 0) runs.push([]);
  });
  return runs.filter((run) => run.length > 0);
};

/**
 * The line of a series as the `d` of a path.
 * @param partial only what leads to a month that is not over; else only the rest
 */
export const lineOf = (series: Series, { x, y, months }: ChartScales, partial: boolean): string =>
  runsOf(series, months)
    .map((run) => {
      const firstPartial = run.findIndex(({ point }) => point.partial);
      const end = firstPartial < 0 ? run.length : firstPartial;
      const part = partial
        ? firstPartial < 0
          ? []
          : run.slice(Math.max(0, firstPartial - 1))
        : run.slice(0, end);
      return pathOf(part.map(({ column, point }) => [x(column), y(point.share!)] as const));
    })
    .join('');

const measuredRunsOf = (series: Series, months: readonly string[]) =>
  runsOf(series, months).map((run) => run.filter(({ point }) => point.low !== null && point.high !== null));

/** The intervals of months that stand alone, where a band has no width, as the `d` of a path: bars with ends. */
export const barsOf = (series: Series, { x, y, months }: ChartScales): string =>
  measuredRunsOf(series, months)
    .filter((run) => run.length === 1)
    .map(([one]) => {
      const [at, low, high] = [x(one!.column), y(one!.point.low!), y(one!.point.high!)].map(round);
      return `M${at! - 4} ${low}h8m-4 0V${high}m-4 0h8`;
    })
    .join('');

/** The intervals of a series as the `d` of a closed path. */
export const bandOf = (series: Series, { x, y, months }: ChartScales): string =>
  measuredRunsOf(series, months)
    .filter((run) => run.length > 1)
    .map((run) => {
      const above = run.map(({ column, point }) => [x(column), y(point.high!)] as const);
      const below = run.map(({ column, point }) => [x(column), y(point.low!)] as const).reverse();
      return `${pathOf([...above, ...below])}Z`;
    })
    .join('');
