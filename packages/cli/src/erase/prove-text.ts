import { count, counted } from '../terminal/numbers.ts';
import { table } from '../terminal/tables.ts';
import type { Finding, Found, Looked } from './finding.ts';
import { later } from './found.ts';

const untilText = ({ until, note }: Finding, live: boolean): string => {
  const said = {
    overdue: live ? 'stays while the posting is live' : 'should be gone',
    live: 'stays: nothing has erased it',
    kept: 'stays: it is counted by its id',
    unbounded: 'no time is set',
  };
  const when = until instanceof Date ? `until ${until.toISOString()}` : said[until];
  return note ? `${when} (${note})` : when;
};

/** Whether text is found where it should be gone already. */
export const isOverdue = (looked: readonly Looked[]): boolean => looked.some(({ overdue }) => overdue);

/** Whether the posting itself is there, so that no text of it should be gone. */
const isLive = (looked: readonly Looked[]): boolean =>
  looked.some(({ findings }) => findings.some(({ until }) => until === 'live'));

/** Whether nothing that was looked at names the posting: nothing is proved of a mistyped id. */
export const isUnknown = (looked: readonly Looked[]): boolean => looked.every(({ named }) => !named);

/** Whether it is proved that no text is where it should be gone. */
export const isProved = (looked: readonly Looked[]): boolean =>
  !isLive(looked) && !isOverdue(looked) && !isUnknown(looked) && looked.every(({ complete }) => complete);

const leftText = ({ store, place, reason }: Looked): string =>
  `${store}, ${place} (${reason ?? 'time was up'})`;

const rowsOf = ({ store, place, complete, reason, findings, others }: Looked, live: boolean): string[][] => [
  ...findings.map((one) => [store, one.place, one.what, count(one.count), untilText(one, live)]),
  ...Object.entries(others).map(([what, more]) => [store, `${place}, other places`, what, count(more), '']),
  ...(findings.length === 0 && complete ? [[store, place, 'nothing', '0', '']] : []),
  ...(complete ? [] : [[store, place, 'not all searched', '', reason ?? 'time was up']]),
];

/** What was found, as a table, and what it means. */
export const proveText = (id: string, looked: readonly Looked[]): string => {
  const latest = looked.reduce<Found['goneBy']>((time, { goneBy }) => later(time, goneBy), null);
  const live = isLive(looked);
  const left = looked.filter(({ complete }) => !complete);
  const lines = [
    table(
      ['store', 'where', 'what', 'found', 'when it goes'],
      looked.flatMap((one) => rowsOf(one, live)),
      [3],
    ),
    `looked at all of ${counted(looked.length - left.length, 'place')}, each with a row or more`,
  ];
  if (left.length > 0) lines.push(`not all was looked at: ${left.map(leftText).join('; ')}`);
  // Where MongoDB was not searched, another place may not know of it.
  const isMongoSearched = looked.every(({ store, complete }) => store !== 'MongoDB' || complete);
  if (isUnknown(looked) && isMongoSearched)
    lines.push(
      `${id} is unknown: no place that was looked at names it, while MongoDB names every posting, also an erased one`,
    );
  if (live) lines.push(`${id} is live: nothing has erased it, and its text stays`);
  else if (isOverdue(looked)) lines.push(`text of ${id} is where it should be gone`);
  else if (latest === null) lines.push(`no text of ${id} was found`);
  else if (latest === 'unbounded') lines.push(`the text of ${id} goes; no latest time is set for all of it`);
  else lines.push(`the text of ${id} is gone by ${latest.toISOString()} at the latest`);
  if (left.length > 0) lines.push('nothing is proved of what was not looked at');
  return lines.join('\n');
};
