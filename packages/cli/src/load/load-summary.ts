import { relative } from 'node:path';
import { count, counted } from '../terminal/numbers.ts';
import { reasonLines, type Reasons } from './reasons.ts';
import { settled, type Counts } from './counts.ts';

export type SummaryFacts = {
  outcome: Counts;
  /** Until the last result. */
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
  outcome,
  loadSeconds,
  reportFile,
  countedSeconds,
  cwd,
  reasons,
}: SummaryFacts): string => {
  const lines = [
    `${counted(settled(outcome), 'posting')} sent in ${loadSeconds.toFixed(1)} s: ${count(outcome.accepted)} accepted, ` +
      `${count(outcome.unchanged)} unchanged, ${count(outcome.rejected)} rejected`,
  ];
  lines.push(...reasonLines(reasons));
  if (reportFile)
    lines.push(`rejected lines, each with its reason: ${relative(cwd, reportFile) || reportFile}`);
  if (outcome.unsent > 0)
    lines.push(`${count(outcome.unsent)} could not be sent: run the same command again`);
  if (countedSeconds !== null && outcome.accepted > 0)
    lines.push(
      `${rate(outcome.accepted / Math.max(countedSeconds, 0.001))} postings/s from the first accepted ` +
        `to the last counted (${countedSeconds.toFixed(1)} s)`,
    );
  return lines.join('\n');
};
