import { relative } from 'node:path';
import type { Ledger } from '@skillstream/contracts';
import { linkingText } from '../terminal/linking-text.ts';
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
  /** Postings that waited to be linked when all was counted. */
  linking?: Ledger['linking'];
  cwd: string;
  /** Why lines were rejected. */
  reasons: Reasons;
};

// The ledger is looked at five times a second, and views follow once a second: of less, a rate would measure that.
const SHORTEST_RATED_S = 2;
const FEWEST_RATED = 100;
// Counted by the time that the first result was read: of less there is no decimal to say.
const SHORTEST_SAID_S = 0.05;

const countedLine = ({ accepted, resent }: Counts, seconds: number): string => {
  // How many of those that were sent again are new is not known, so neither is their rate.
  if (resent > 0 || accepted < FEWEST_RATED || seconds < SHORTEST_RATED_S)
    return seconds < SHORTEST_SAID_S
      ? 'all counted'
      : `all counted ${seconds.toFixed(1)} s after the first was accepted`;
  return `${count(Math.round(accepted / seconds))} postings/s from the first accepted to the last counted (${seconds.toFixed(1)} s)`;
};

/** The closing lines of a load. */
export const loadSummary = ({
  outcome,
  loadSeconds,
  reportFile,
  countedSeconds,
  linking,
  cwd,
  reasons,
}: SummaryFacts): string => {
  const lines = [
    `${counted(settled(outcome), 'posting')} sent in ${loadSeconds.toFixed(1)} s: ${count(outcome.accepted)} accepted, ` +
      `${count(outcome.unchanged)} unchanged, ${count(outcome.rejected)} rejected` +
      (outcome.resent > 0
        ? `, ${count(outcome.resent)} accepted or unchanged (sent again after a break)`
        : ''),
  ];
  lines.push(...reasonLines(reasons));
  if (reportFile)
    lines.push(`rejected lines, each with its reason: ${relative(cwd, reportFile) || reportFile}`);
  if (outcome.unsent > 0)
    lines.push(`${count(outcome.unsent)} could not be sent: run the same command again`);
  if (countedSeconds !== null && outcome.accepted + outcome.resent > 0)
    lines.push(countedLine(outcome, countedSeconds));
  const unlinked = linkingText({ linking });
  if (unlinked !== null) lines.push(unlinked);
  return lines.join('\n');
};
