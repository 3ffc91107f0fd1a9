import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CrashReport } from './crash-report.ts';

/** A process that crashes at every start must not fill a disk. */
const KEPT = 10;

/**
 * Stores a report as a file of its own in a folder, for its owner alone; of a service the newest ten are kept. All
 * of it synchronously, as the process ends after it.
 * @returns the path
 */
export const storeReport = (folder: string, report: CrashReport, pid = process.pid): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const prefix = `crash-${report.service}-`;
  const path = join(folder, `${prefix}${report.at.replace(/[-:.]/g, '')}-${pid}.json`);
  writeFileSync(`${path}.part`, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(`${path}.part`, path);
  const reports = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith('.json'));
  // Names sort by time.
  for (const old of reports.sort().slice(0, -KEPT)) rmSync(join(folder, old), { force: true });
  return path;
};
