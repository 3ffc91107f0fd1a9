import {
  operations,
  type UnavailableService,
  type ReportedConsumer,
  type OperationId,
  type ServiceStatus,
  type PlatformStatus,
} from '@skillstream/contracts';
import { loggedError, SkillstreamError } from '@skillstream/errors';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { LastKnown, LastKnownValue } from './last-known.ts';
import { upstreamUnavailable } from '../upstreams/upstream-unavailable.ts';
import { upstreams, type Upstream } from '../upstreams/upstreams.ts';
import { readReadiness, unreadyReason } from './unready-reason.ts';

const consuming = ['getTaggingConsumers', 'getAnalyticsConsumers'] as const;

const refusals: string[] = ['unauthenticated', 'insufficient-scope'];

// A caller without the scope gets that error. Other failures are reported too: an empty list would mean no consumers.
const refused = <T>(upstream: Upstream, error: unknown): Pick<LastKnownValue<T>, 'value' | 'away'> => {
  if (error instanceof SkillstreamError && refusals.includes(error.code)) throw error;
  return { value: null, away: { part: upstream, reason: loggedError(error), ageSeconds: null } };
};

// An old report does not say where the consumer is now.
const asHeard = ({
  value,
  away,
}: Pick<LastKnownValue<ReportedConsumer[]>, 'value' | 'away'>): ReportedConsumer[] => {
  if (!away) return value ?? [];
  const { ageSeconds } = away;
  return ageSeconds === null ? [] : (value ?? []).map((one) => ({ ...one, caughtUp: false, ageSeconds }));
};

/**
 * The status of every upstream: an unavailable one is reported as such, with what was last known of it, and fails
 * nothing. The same holds for the consumers of one that is available but has no Kafka.
 */
export const readStatus = async (ask: AskUpstream, lastKnown: LastKnown): Promise<PlatformStatus> => {
  const hear = <T>(upstream: Upstream, id: OperationId, read: () => Promise<T>) =>
    lastKnown(upstream, id, read).catch((error: unknown) => refused<T>(upstream, error));
  const asked = upstreams.map((upstream) =>
    hear(upstream, 'getReadiness', () => readReadiness(ask, upstream)),
  );
  // A consumer without Kafka reports the last offsets that it knows, or none before it read any.
  const consumersOf = async (id: (typeof consuming)[number]) => {
    const upstream = operations[id].owner;
    const [reported, state] = await Promise.all([ask(id), asked[upstreams.indexOf(upstream)]!]);
    const silence = state.value && !state.away ? unreadyReason(state.value, ['kafka']) : null;
    if (silence !== null) throw upstreamUnavailable(upstream, new Error(silence));
    return reported;
  };
  const [states, consumerReports] = await Promise.all([
    Promise.all(asked),
    Promise.all(consuming.map((id) => hear(operations[id].owner, id, () => consumersOf(id)))),
  ]);
  // One entry per upstream; that of its consumers gives the age of their report.
  const away = new Map<string, UnavailableService>();
  for (const reported of [...states, ...consumerReports])
    if (reported.away) away.set(reported.away.part, reported.away);
  const stateOf = (reported: (typeof states)[number]): ServiceStatus =>
    reported.away || reported.value === null ? { unreachable: reported.away?.reason ?? '' } : reported.value;
  return {
    services: {
      gateway: { ready: true, checks: {} },
      ...Object.fromEntries(upstreams.map((upstream, i) => [upstream, stateOf(states[i]!)])),
    },
    consumers: consumerReports.flatMap(asHeard),
    ...(away.size > 0 && { away: [...away.values()] }),
  };
};
