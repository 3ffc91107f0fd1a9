import type { UnavailableService, Ledger, ServiceStatus, PlatformStatus } from '@skillstream/contracts';
import { count, duration } from './numbers.ts';
import { printable } from './printable.ts';
import { table } from './tables.ts';

const old = (ageSeconds: number | null): string =>
  ageSeconds === null ? 'never heard of' : `last heard of ${duration(ageSeconds)} ago`;

const isOpen = (service: ServiceStatus): boolean => 'unreachable' in service || !service.ready;

/** The state of one service as text. */
export const stateOf = (service: ServiceStatus, away?: UnavailableService): string => {
  if ('unreachable' in service)
    return `away: ${printable(service.unreachable)}${away ? `; ${old(away.ageSeconds)}` : ''}`;
  if (service.ready) return 'ready';
  const open = Object.entries(service.checks).filter(([, check]) => !check.ok);
  return `waits for ${open.map(([name, { detail }]) => (detail ? `${printable(name)} (${printable(detail)})` : printable(name))).join(', ')}`;
};

const lags = ({ partitions, lag }: PlatformStatus['consumers'][number]): string =>
  lag === 0
    ? '–'
    : partitions
        .filter((p) => p.lag > 0)
        .sort((a, b) => a.partition - b.partition)
        .map((p) => `${p.partition}: ${count(p.lag)}`)
        .join('  ');

/** The state of every service as text: what is known, the age of that, and why the rest is not known. */
export const statusText = ({ services, consumers, away = [] }: PlatformStatus): string => {
  const states = Object.entries(services).map(([name, service]) => [
    name,
    stateOf(
      service,
      away.find((one) => one.part === name),
    ),
  ]);
  const rows = consumers.map((one) => [
    one.group,
    one.topic,
    // A consumer without partitions has no lag to report: others may read them, or nobody yet.
    one.partitions.length === 0 ? '–' : count(one.lag),
    one.ageSeconds !== undefined || one.partitions.length === 0 ? 'not known' : one.caughtUp ? 'yes' : 'no',
    one.ageSeconds === undefined ? 'now' : `${duration(one.ageSeconds)} ago`,
    `${one.partitions.length}`,
    lags(one),
  ]);
  const head = ['group', 'topic', 'lag', 'caught up', 'as of', 'partitions', 'lag by partition'];
  const silent = away
    .filter(({ part: service }) => service === 'tagging' || service === 'analytics')
    .map(({ part: service, reason, ageSeconds }) =>
      ageSeconds === null
        ? `of the consumers of ${service} nothing is known: ${printable(reason)}`
        : `the consumers of ${service} are as they were ${duration(ageSeconds)} ago: ${printable(reason)}`,
    );
  return [table(['service', 'state'], states), table(head, rows, [2, 5]), ...silent].join('\n');
};

/** Exit codes of `status`; 1 and 2 are those of every command. */
const statusCodes = { well: 0, away: 3, notBalanced: 4 } as const;

/**
 * The exit code of `status`. Availability comes first, since a ledger with an unavailable service makes no claim.
 * @param ledger null where there is none
 */
export const statusCode = ({ services, away = [] }: PlatformStatus, ledger: Ledger | null): number => {
  if (
    Object.values(services).some(isOpen) ||
    away.length > 0 ||
    ledger === null ||
    (ledger.away ?? []).length > 0
  )
    return statusCodes.away;
  return ledger.idle && !ledger.balanced ? statusCodes.notBalanced : statusCodes.well;
};

/** Which read model a result comes from; what it may lack depends on it. */
export type ResultSource = { model: 'views' | 'facts'; isStale: boolean };

// Each says what may be missing, never that it is: an unavailable service may have had nothing to do.
const lackOf = (name: string, service: ServiceStatus, { model, isStale }: ResultSource): string | null => {
  const waitsFor = (check: string) => !('unreachable' in service) && service.checks[check]?.ok === false;
  if (name === 'ingestion')
    return 'unreachable' in service || waitsFor('mongo')
      ? 'Nothing new is taken meanwhile'
      : 'What it takes meanwhile waits to be published, and is not in this answer';
  if (name === 'tagging') return 'What was accepted and is not tagged yet is not in this answer';
  if (name !== 'analytics') return null;
  if (isStale || waitsFor('kafka') || 'unreachable' in service)
    return 'What came since may not be in this answer';
  return model === 'facts' ? 'This answer is from the facts' : null;
};

/**
 * Which services are unavailable or not ready, a line each, and what a result may lack because of it.
 * @param answered null where there is no result
 */
export const unreadyLines = (
  { services, away = [] }: PlatformStatus,
  answered: ResultSource | null,
): string[] =>
  Object.entries(services)
    .filter(([, service]) => isOpen(service))
    .map(([name, service]) => {
      const state = stateOf(
        service,
        away.find((one) => one.part === name),
      );
      const lack = answered && lackOf(name, service, answered);
      return `${printable(name)} ${'unreachable' in service ? 'is ' : ''}${state}${lack === null ? '' : `. ${lack}`}`;
    });

/** Which services wait for what, or are unavailable, in one line without ages; null where all are ready. */
export const unreadySummary = ({ services }: Pick<PlatformStatus, 'services'>): string | null => {
  const lines = unreadyLines({ services, consumers: [] }, null);
  return lines.length === 0 ? null : lines.join('; ');
};
