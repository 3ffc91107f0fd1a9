import type { LoadRun } from './run-load.ts';

/** How far the share that the command says may be from that of the rows, which differ in length. */
const MARGIN = 0.05;

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/**
 * What has to hold of a run, each with what was measured. Where nothing was measured nothing holds.
 * @param rows of the whole file
 */
export const checksOf = (
  { peakBytes, progress }: Pick<LoadRun, 'peakBytes' | 'progress'>,
  rows: number,
  mostBytes: number,
): { holds: boolean; what: string }[] => {
  const off = Math.max(0, ...progress.map((one) => Math.abs(one.share - one.rows / rows)));
  return [
    {
      holds: peakBytes > 0 && peakBytes < mostBytes,
      what: peakBytes > 0 ? `the command had ${megabytes(peakBytes)} at most` : 'its memory was not measured',
    },
    {
      holds: progress.length > 0 && off <= MARGIN,
      what: `its progress was ${(off * 100).toFixed(1)} points off at most, in ${progress.length} lines`,
    },
  ];
};
