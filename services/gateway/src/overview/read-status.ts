import { loggedError, SkillstreamError } from '@skillstream/errors';
import {
  operations,
  type AwayPart,
  type ReportedConsumer,
  type OperationId,
  type PartStatus,
  type PlatformStatus,
} from '@skillstream/contracts';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { LastKnown, LastKnownValue } from './last-known.ts';
import { upstreamUnavailable } from '../upstreams/upstream-unavailable.ts';
import { upstreams, type Upstream } from '../upstreams/upstreams.ts';
import { askReadiness, waitsFor } from './waits-for.ts';

const consuming = ['getTaggingConsumers', 'getAnalyticsConsumers'] as const;

const refusals: string[] = ['unauthenticated', 'insufficient-scope'];

// Who may not know is told so. Any other failure is told as well: an empty list would say that nobody consumes.
const refused = <T>(upstream: Upstream, error: unknown): Pick<LastKnownValue<T>, 'value' | 'away'> => {
  if (error instanceof SkillstreamError && refusals.includes(error.code)) throw error;
  return { value: null, away: { part: upstream, reason: loggedError(error), ageSeconds: null } };
};

// Where it was long ago, it may be anywhere now.
const asHeard = ({
  value,
  away,
}: Pick<LastKnownValue<ReportedConsumer[]>, 'value' | 'away'>): ReportedConsumer[] => {
  if (!away) return value ?? [];
  const { ageSeconds } = away;
  return ageSeconds === null ? [] : (value ?? []).map((one) => ({ ...one, caughtUp: false, ageSeconds }));
};

/**
 * How every upstream is: one that is away stands in the answer as such, with what was last heard of it, and fails
 * nothing. So do the consumers of one that is there and has no Kafka.
 */
export const readStatus = async (ask: AskUpstream, lastKnown: LastKnown): Promise<PlatformStatus> => {
  const hear = <T>(upstream: Upstream, id: OperationId, read: () => Promise<T>) =>
    lastKnown(upstream, id, read).catch((error: unknown) => refused<T>(upstream, error));
  const asked = upstreams.map((upstream) =>
    hear(upstream, 'getReadiness', () => askReadiness(ask, upstream)),
  );
  // A consumer that Kafka does not answer tells the ends that it heard last, and knows of none before it read any.
  const consumersOf = async (id: (typeof consuming)[number]) => {
    const upstream = operations[id].owner;
    const [reported, state] = await Promise.all([ask(id), asked[upstreams.indexOf(upstream)]!]);
    const silence = state.value && !state.away ? waitsFor(state.value, ['kafka']) : null;
    if (silence !== null) throw upstreamUnavailable(upstream, new Error(silence));
    return reported;
  };
  const [states, heard] = await Promise.all([
    Promise.all(asked),
    Promise.all(consuming.map((id) => hear(operations[id].owner, id, () => consumersOf(id)))),
  ]);
  // One entry an upstream; that of its consumers says how old what is told of them is.
  const away = new Map<string, AwayPart>();
  for (const reported of [...states, ...heard])
    if (reported.away) away.set(reported.away.part, reported.away);
  const stateOf = (reported: (typeof states)[number]): PartStatus =>
    reported.away || reported.value === null ? { unreachable: reported.away?.reason ?? '' } : reported.value;
  return {
    services: {
      gateway: { ready: true, checks: {} },
      ...Object.fromEntries(upstreams.map((upstream, i) => [upstream, stateOf(states[i]!)])),
    },
    consumers: heard.flatMap(asHeard),
    ...(away.size > 0 && { away: [...away.values()] }),
  };
};
