import { createHash } from 'node:crypto';
import type { Report } from './schema.ts';

/**
 * A short name of what the reports say, as they were read: replicas with the same files have the same, and any change
 * that an answer could show makes another. Comments and the layout of the files do not.
 */
export const reportsName = (reports: readonly Report[]): string =>
  createHash('sha256').update(JSON.stringify(reports)).digest('hex').slice(0, 8);
