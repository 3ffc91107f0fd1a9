import type { AwayPart, Ledger, PlatformStatus } from '@skillstream/contracts';
import { count, duration } from './numbers.ts';
import { printable } from './printable.ts';
import { table } from './tables.ts';

const old = (ageSeconds: number | null): string =>
  ageSeconds === null ? 'never heard of' : `last heard of ${duration(ageSeconds)} ago`;

/** One service's state in words. */
export const stateOf = (part: PlatformStatus['services'][string], away?: AwayPart): string => {
  if ('unreachable' in part)
    return `away: ${printable(part.unreachable)}${away ? `; ${old(away.ageSeconds)}` : ''}`;
  if (part.ready) return 'ready';
  const open = Object.entries(part.checks).filter(([, check]) => !check.ok);
  return `waits for ${open.map(([name, { detail }]) => (detail ? `${name} (${printable(detail)})` : name)).join(', ')}`;
};

const lags = ({ partitions, lag }: PlatformStatus['consumers'][number]): string =>
  lag === 0
    ? '–'
    : partitions
        .filter((p) => p.lag > 0)
        .sort((a, b) => a.partition - b.partition)
        .map((p) => `${p.partition}: ${count(p.lag)}`)
        .join('  ');

/** How every part is, for people: what is known, how old that is, and why the rest is not. */
export const statusText = ({ services, consumers, away = [] }: PlatformStatus): string => {
  const states = Object.entries(services).map(([name, part]) => [
    name,
    stateOf(
      part,
      away.find((one) => one.part === name),
    ),
  ]);
  const rows = consumers.map((one) => [
    one.group,
    one.topic,
    count(one.lag),
    one.ageSeconds === undefined ? (one.caughtUp ? 'yes' : 'no') : 'not known',
    one.ageSeconds === undefined ? 'now' : `${duration(one.ageSeconds)} ago`,
    `${one.partitions.length}`,
    lags(one),
  ]);
  const head = ['group', 'topic', 'lag', 'caught up', 'as of', 'partitions', 'lag by partition'];
  const silent = away
    .filter(({ part }) => part === 'tagging' || part === 'analytics')
    .map(({ part, reason, ageSeconds }) =>
      ageSeconds === null
        ? `of the consumers of ${part} nothing is known: ${printable(reason)}`
        : `the consumers of ${part} are as they were ${duration(ageSeconds)} ago: ${printable(reason)}`,
    );
  return [table(['service', 'state'], states), table(head, rows, [2, 5]), ...silent].join('\n');
};

/** Exit codes of `status`; 1 and 2 are those of every command. */
export const statusCodes = { well: 0, away: 3, notBalanced: 4 } as const;

/**
 * What `status` exits with: whether everything is there comes first, since a ledger of which a part is missing claims
 * nothing.
 * @param ledger null where nobody could give it
 */
export const statusCode = ({ services, away = [] }: PlatformStatus, ledger: Ledger | null): number => {
  const ready = Object.values(services).every((part) => !('unreachable' in part) && part.ready);
  if (!ready || away.length > 0 || ledger === null || (ledger.away ?? []).length > 0) return statusCodes.away;
  return ledger.idle && !ledger.balanced ? statusCodes.notBalanced : statusCodes.well;
};

const lacks: Record<string, string> = {
  ingestion: 'Nothing new is taken meanwhile',
  tagging: 'What was accepted and is not tagged yet is not in this answer',
  analytics: 'What came since is not in this answer',
};

/** Which parts are away or not ready, a line each; and what an answer lacks for it, where there is one. */
export const awayLines = ({ services, away = [] }: PlatformStatus, answered: boolean): string[] =>
  Object.entries(services)
    .filter(([, part]) => 'unreachable' in part || !part.ready)
    .map(([name, part]) => {
      const state = stateOf(
        part,
        away.find((one) => one.part === name),
      );
      const is = 'unreachable' in part ? 'is ' : '';
      return `${name} ${is}${state}${answered ? `. ${lacks[name] ?? 'Some of this may be old'}` : ''}`;
    });
