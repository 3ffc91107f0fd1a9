import type { VersionDifference } from '@skillstream/contracts';
import { count } from '../terminal/numbers.ts';
import { differing, type Reconciliation } from './reconcile.ts';

const state = (held: VersionDifference['accepted']): string => {
  if (held === null) return 'nothing';
  return held.retracted ? `version ${held.version}, retracted` : `version ${held.version}`;
};

/** A posting that differs, as one line. */
export const versionLine = ({ kind, postingId, accepted, counted }: VersionDifference): string =>
  `${kind.replace('-', ' ')}: ${postingId}: accepted ${state(accepted)}, counted ${state(counted)}`;

const some = (n: number, what: string): string[] => (n > 0 ? [`${count(n)} ${what}`] : []);

/** The closing lines: what was compared, what was left out and why, and what to do about what differs. */
export const reconciliationVerdict = (found: Reconciliation): string => {
  const { postings, pending, deadLettered, retractedWithoutFact, missing, behind, tooMuch, undecided } =
    found;
  const apart = [
    ...some(pending, 'wait to be published'),
    ...some(deadLettered, 'are dead letters'),
    ...some(retractedWithoutFact, 'were retracted, and nothing is left of them'),
  ];
  const lines = [
    `${count(postings)} postings reconciled, ${count(differing(found))} differences` +
      (apart.length > 0 ? ` (${apart.join(', ')}: no differences)` : ''),
    ...some(missing + behind, 'are missing or behind: skillstream repair has them published again'),
    ...some(
      tooMuch,
      'are counted, and ingestion does not have them like that: publishing cannot repair it, send them again',
    ),
    ...some(undecided, 'differ while consumers lag: skillstream status shows why, ask again after'),
  ];
  return lines.join('\n');
};

/** The lines of the differences that were kept, and how many more there are. */
export const versionLines = (found: Reconciliation): string[] => {
  const more = differing(found) - found.differences.length;
  return [...found.differences.map(versionLine), ...(more > 0 ? [`and ${count(more)} more`] : [])];
};
