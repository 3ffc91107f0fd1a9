import type { JobDifference, VersionDifference } from '@skillstream/contracts';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { differingPostings, type Reconciliation } from './reconcile.ts';

const state = (held: VersionDifference['accepted']): string => {
  if (held === null) return 'nothing';
  return held.retracted ? `version ${held.version}, retracted` : `version ${held.version}`;
};

/** What a posting is of its job, where the two sides do not agree on it; empty otherwise. */
const jobWords = (held: VersionDifference['accepted'], other: VersionDifference['accepted']): string => {
  if (held?.duplicate === undefined || other?.duplicate === undefined) return '';
  if (held.retracted || other.retracted) return '';
  if (held.duplicate === other.duplicate) return '';
  return held.duplicate ? ' as a duplicate' : ' as the job';
};

/** Says of a posting without text since when it has none; empty for any other. */
const expiredWords = ({ expiredAt }: Pick<VersionDifference, 'expiredAt'>): string =>
  expiredAt === undefined ? '' : `, expired on ${expiredAt.slice(0, 10)}: its text is gone`;

/** A posting that differs, as one line. */
export const versionLine = ({ kind, postingId, accepted, counted, ...rest }: VersionDifference): string =>
  `${kind.replace('-', ' ')}: ${printable(postingId, 1000)}: accepted ${state(accepted)}${jobWords(accepted, counted)}, counted ${state(counted)}${jobWords(counted, accepted)}${expiredWords(rest)}`;

/** A job of which not exactly one posting counts, as one line. */
const jobLine = ({ job, primaries }: JobDifference): string =>
  `job ${printable(job, 1000)}: ${primaries === 0 ? 'no posting counts' : `${count(primaries)} postings count`} for it`;

const some = (n: number, one: string, many: string): string[] => (n > 0 ? [counted(n, one, many)] : []);

const lagging = 'consumers lag, as skillstream status shows; ask again when they have caught up';

/** The closing lines: what was compared, what was left out and why, and what to do about the differences. */
export const reconciliationVerdict = (found: Reconciliation): string => {
  const { postings, pending, deadLettered, retractedWithoutFact, expired = 0 } = found;
  const { missing, behind, tooMuch, withoutText, undecided, jobs, wrongJobCount } = found;
  const apart = [
    ...some(pending, 'waits to be published', 'wait to be published'),
    ...some(deadLettered, 'is a dead letter', 'are dead letters'),
    ...some(
      retractedWithoutFact,
      'was retracted, and nothing is left of it',
      'were retracted, and nothing is left of them',
    ),
    ...some(
      expired,
      'has expired, and is counted without its text',
      'have expired, and are counted without their text',
    ),
  ];
  const lines = [
    `${counted(postings, 'posting')} reconciled, ${counted(differingPostings(found), 'difference')}` +
      (apart.length > 0 ? ` (${apart.join(', ')}: no differences)` : ''),
    ...some(
      missing + behind - withoutText,
      'is missing or behind: skillstream repair has it published again',
      'are missing or behind: skillstream repair has them published again',
    ),
    ...some(
      withoutText,
      'is missing or behind, and its text has expired: publishing cannot repair it, other content sent anew is counted',
      'are missing or behind, and their text has expired: publishing cannot repair it, other content sent anew is counted',
    ),
    ...some(
      tooMuch,
      'is counted, and ingestion does not have it like that: publishing cannot repair it, send it again',
      'are counted, and ingestion does not have them like that: publishing cannot repair it, send them again',
    ),
    ...some(
      undecided,
      `is not counted at the version that it had, and may be on its way: ${lagging}`,
      `are not counted at the version that they had, and may be on their way: ${lagging}`,
    ),
    ...some(jobs, 'job of several postings checked', 'jobs of several postings checked').map(
      (line) => `${line}, ${counted(wrongJobCount, 'difference')}`,
    ),
  ];
  return lines.join('\n');
};

/** The lines of the differences that were kept, and how many more there are. */
export const versionLines = (found: Reconciliation): string[] => {
  const more = differingPostings(found) - found.differences.length;
  return [
    ...found.differences.map(versionLine),
    ...(more > 0 ? [`and ${count(more)} more`] : []),
    ...found.wrongJobs.map(jobLine),
  ];
};
