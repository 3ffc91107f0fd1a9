import { counted } from '../terminal/numbers.ts';
import { table } from '../terminal/tables.ts';
import type { Finding, Looked } from './finding.ts';

const untilText = ({ until, note }: Finding): string => {
  const said = {
    overdue: 'should be gone',
    kept: 'stays: it is counted by its id',
    unbounded: 'no time is set',
  };
  const when = until instanceof Date ? `until ${until.toISOString()}` : said[until];
  return note ? `${when} (${note})` : when;
};

/** The latest time by which the text is gone; null where none is found, `unbounded` where no time is set. */
const goneBy = (findings: readonly Finding[]): Date | 'unbounded' | null => {
  const times = findings.filter(({ what }) => what === 'text').map(({ until }) => until);
  if (times.length === 0) return null;
  const latest = Math.max(...times.map((until) => (until instanceof Date ? until.getTime() : Infinity)));
  return Number.isFinite(latest) ? new Date(latest) : 'unbounded';
};

/** Whether text is found where it should be gone already. */
export const isOverdue = (looked: readonly Looked[]): boolean =>
  looked.some(({ findings }) => findings.some(({ what, until }) => what === 'text' && until === 'overdue'));

/** Whether nothing that was looked at names the posting: nothing is proved of a mistyped id. */
export const isUnknown = (looked: readonly Looked[]): boolean =>
  looked.every(({ findings }) => findings.every(({ byWords }) => byWords));

const leftText = ({ place, reason }: Looked): string => `${place} (${reason ?? 'time was up'})`;

/** What was found, as a table, and what it means. */
export const proveText = (id: string, looked: readonly Looked[]): string => {
  const findings = looked.flatMap((one) => one.findings);
  const rows = findings.map((one) => [one.place, one.what, untilText(one)]);
  const latest = goneBy(findings);
  const lines = findings.length > 0 ? [table(['place', 'found', 'until'], rows)] : [];
  const left = looked.filter(({ complete }) => !complete);
  lines.push(`looked at all of ${counted(looked.length - left.length, 'place')}`);
  if (left.length > 0) lines.push(`not all was looked at: ${left.map(leftText).join('; ')}`);
  if (isUnknown(looked))
    lines.push(
      `${id} is unknown: no place that was looked at names it, while MongoDB names every posting, also an erased one`,
    );
  if (isOverdue(looked)) lines.push(`text of ${id} is where it should be gone`);
  else if (latest === null) lines.push(`no text of ${id} was found`);
  else if (latest === 'unbounded') lines.push(`the text of ${id} goes; no latest time is set for all of it`);
  else lines.push(`the text of ${id} is gone by ${latest.toISOString()} at the latest`);
  return lines.join('\n');
};
