import { relative } from 'node:path';
import { count, counted } from '../terminal/numbers.ts';
import { reasonLines, type Reasons } from './reasons.ts';
import { settled, type Tally } from './counts.ts';

export type SummaryFacts = {
  tally: Tally;
  /** Until the last answer. */
  loadSeconds: number;
  reportFile: string | null;
  /** From the first accepted posting to the last counted one; null when that was not awaited. */
  countedSeconds: number | null;
  cwd: string;
  /** Why lines were rejected. */
  reasons: Reasons;
};

const rate = (perSecond: number) => (perSecond < 10 ? perSecond.toFixed(1) : count(Math.round(perSecond)));

/** The closing lines of a load. */
export const loadSummary = ({
  tally,
  loadSeconds,
  reportFile,
  countedSeconds,
  cwd,
  reasons,
}: SummaryFacts): string => {
  const lines = [
    `${counted(settled(tally), 'posting')} sent in ${loadSeconds.toFixed(1)} s: ${count(tally.accepted)} accepted, ` +
      `${count(tally.unchanged)} unchanged, ${count(tally.rejected)} rejected`,
  ];
  lines.push(...reasonLines(reasons));
  if (reportFile)
    lines.push(`rejected lines, each with its reason: ${relative(cwd, reportFile) || reportFile}`);
  if (tally.unsent > 0) lines.push(`${count(tally.unsent)} could not be sent: run the same command again`);
  if (countedSeconds !== null && tally.accepted > 0)
    lines.push(
      `${rate(tally.accepted / Math.max(countedSeconds, 0.001))} postings/s from the first accepted ` +
        `to the last counted (${countedSeconds.toFixed(1)} s)`,
    );
  return lines.join('\n');
};
