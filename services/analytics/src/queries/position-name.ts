import { createHash } from 'node:crypto';

/**
 * The name of what a read model holds at a vector of positions, one a partition. Views and facts at the same positions
 * give the same answers, so they have the same name.
 * @param version of the views' form, the log's generation and the reports
 */
export const positionName = (version: string, positions: readonly number[]): string =>
  `${version}-${createHash('sha1').update(positions.join('.')).digest('hex').slice(0, 12)}`;
