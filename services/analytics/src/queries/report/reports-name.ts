import { createHash } from 'node:crypto';
import type { Report } from './schema.ts';

/**
 * Returns a short hash of the parsed reports: replicas with the same files have the same one, and any change that a
 * result could show changes it. Comments and the layout of the files do not.
 */
export const reportsName = (reports: readonly Report[]): string =>
  createHash('sha256').update(JSON.stringify(reports)).digest('hex').slice(0, 8);
