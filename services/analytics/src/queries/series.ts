/** The periods that a partition has views of, by kind, origin and slice: `demand:own:all` → months. */
export type Series = Map<string, string[]>;

/** Parses the periods from names of views, `<kind>:<period>:<origin>:<slice>`; other names are ignored. */
export const seriesOf = (names: readonly string[]): Series => {
  const series: Series = new Map();
  for (const name of names) {
    const first = name.indexOf(':');
    const second = name.indexOf(':', first + 1);
    if (second < 0) continue;
    const key = name.slice(0, first) + name.slice(second);
    const period = name.slice(first + 1, second);
    const periods = series.get(key);
    if (periods) periods.push(period);
    else series.set(key, [period]);
  }
  return series;
};
