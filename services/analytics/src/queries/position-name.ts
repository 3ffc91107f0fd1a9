import { createHash } from 'node:crypto';

/**
 * Returns a name for the contents of a read model at a vector of positions, one for each partition. Views and facts at
 * the same positions give the same results, so they have the same name.
 * @param version names the schema version of the views, the generation of the log and the reports
 */
export const positionName = (version: string, positions: readonly number[]): string =>
  `${version}-${createHash('sha1').update(positions.join('.')).digest('hex').slice(0, 12)}`;
