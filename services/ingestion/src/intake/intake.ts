import type { IngestResult } from '@skillstream/contracts';
import type { Channel, Log, Metrics } from '@skillstream/runtime';
import type { TraceContext, Tracer } from '@skillstream/telemetry';
import type { Backlog } from '../outbox/backlog.ts';
import type { OutboxHooks } from '../outbox/fault-injection.ts';
import { maskKinds } from '../privacy/mask.ts';
import type { Accepted } from '../store/accept.ts';
import type { PostingsStore } from '../store/postings-store.ts';
import { MOST_SOURCES, type SourceBound } from './bound-sources.ts';
import { createStoreSpans } from './store-spans.ts';
import type { Validated } from './validate.ts';

export type IntakeDeps = {
  store: Pick<PostingsStore, 'accept'>;
  refusedSources: SourceBound;
  backlog: Backlog;
  /** Wakes the relay, if it is in this process. */
  wake: () => void;
  hooks: OutboxHooks;
  sight: Channel['sight'];
  tracer: Tracer;
  /** Called after versions were stored. */
  onStored: (count: number) => void;
  log: Log;
  metrics: Metrics;
  now: () => Date;
};

const oneSourceTooMany = {
  path: 'source',
  message: `is a new one, and there are ${MOST_SOURCES} sources already`,
};

/** Accepts validated postings: they are stored, the relay is woken if it is in this process, each gets its result. */
export const createIntake = (deps: IntakeDeps) => {
  const { store, refusedSources, backlog, wake, hooks, sight, onStored, log, metrics, now } = deps;
  const counted = metrics.counter('postings_total');
  const maskedTotal = metrics.counter('personal_data_masked_total');
  const spansOf = createStoreSpans(deps.tracer);

  /** Notifies that versions were stored. Only an optimisation: the relay of another replica finds them by polling. */
  const stored = async (count: number) => {
    await hooks.afterStore?.();
    backlog.added(count);
    onStored(count);
    wake();
  };

  /** Rejects postings whose source exceeds the number of sources. */
  const withinSources = async (chunk: readonly Validated[]): Promise<readonly Validated[]> => {
    const refused = await refusedSources(
      chunk.flatMap((one) => ('posting' in one ? [one.posting.source] : [])),
    );
    if (refused.size === 0) return chunk;
    return chunk.map((one) =>
      'posting' in one && refused.has(one.posting.source)
        ? { line: one.line, faults: [oneSourceTooMany], of: 'content' }
        : one,
    );
  };

  const storeAll = async (
    valid: readonly Extract<Validated, { posting: unknown }>[],
    trace: TraceContext,
  ): Promise<Accepted[]> => {
    const spans = spansOf(
      valid.map(({ posting }) => posting.postingId),
      trace,
    );
    const arrivals = valid.map(({ posting }, index) => ({ posting, ...spans.headersOf(index) }));
    try {
      const outcomes = await store.accept(arrivals, now());
      spans.stored(outcomes);
      return outcomes;
    } catch (error) {
      spans.failed(error);
      throw error;
    }
  };

  return {
    stored,
    /** @throws SkillstreamError `overloaded` */
    admit: backlog.admit,
    /**
     * Accepts a chunk.
     * @returns a result for each posting, in order; accepted means durable
     * @throws SkillstreamError `overloaded`, `unavailable`: send the whole chunk again later
     */
    take: async (validated: readonly Validated[], trace: TraceContext): Promise<IngestResult[]> => {
      backlog.admit();
      const chunk = await withinSources(validated);
      const valid = chunk.filter((one) => 'posting' in one);
      const outcomes = valid.length > 0 ? await storeAll(valid, trace) : [];
      await stored(outcomes.filter(({ status }) => status === 'accepted').length);
      let at = 0;
      return chunk.map((one): IngestResult => {
        if ('faults' in one) {
          counted.inc({ result: 'rejected' });
          return { line: one.line, status: 'rejected', faults: one.faults };
        }
        const { status, version } = outcomes[at++]!;
        const { postingId } = one.posting;
        counted.inc({ result: status });
        if (status === 'accepted') {
          for (const kind of maskKinds) maskedTotal.inc({ kind }, one.masked[kind]);
          if (trace.sampled) log.info({ postingId, version }, 'posting accepted');
          sight({ stage: 'accepted', postingId, version }, trace.sampled);
        }
        return { line: one.line, status, postingId, version };
      });
    },
  };
};

export type Intake = ReturnType<typeof createIntake>;
