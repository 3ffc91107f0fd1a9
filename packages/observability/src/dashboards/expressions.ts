import type { Range } from './dashboard.ts';

/** Events a second, summed by labels. */
export const rateBy =
  (labels: string, series: string) =>
  (range: Range): string =>
    `sum by (${labels}) (rate(${series}[${range}]))`;

/** Events a second, summed over everything. */
export const rateOf =
  (series: string) =>
  (range: Range): string =>
    `sum(rate(${series}[${range}]))`;

/** A quantile of a histogram, by labels (none: over everything), in its unit. */
export const quantileBy =
  (quantile: number, labels: readonly string[], buckets: string) =>
  (range: Range): string =>
    `histogram_quantile(${quantile}, sum by (${['le', ...labels].join(', ')}) (rate(${buckets}[${range}])))`;

/** The mean of what a histogram observed, by a label. */
export const meanBy =
  (label: string, sum: string, count: string) =>
  (range: Range): string =>
    `sum by (${label}) (rate(${sum}[${range}])) / (sum by (${label}) (rate(${count}[${range}])) > 0)`;

/** A share of a whole, both events a second; 0 where there is no series of the part yet. */
export const shareOf =
  (part: string, whole: string) =>
  (range: Range): string =>
    `(sum(rate(${part}[${range}])) or 0 * sum(rate(${whole}[${range}]))) / (sum(rate(${whole}[${range}])) > 0)`;
