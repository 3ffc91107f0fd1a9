import { createTurns } from '@skillstream/async';
import { SkillstreamError } from '@skillstream/errors';
import { type Redis } from '@skillstream/runtime';
import { attribute, currentContext, withinSpan, type Tracer } from '@skillstream/telemetry';
import { createCsvResults } from '../csv/csv-results.ts';
import { withKnownSkills } from '../skills/known-skills.ts';
import { createTaxonomy } from '../skills/taxonomy.ts';
import { createSharedResults } from '../store/shared-results.ts';
import type { Upstreams } from '../upstreams/create-upstreams.ts';
import { serverError } from '../upstreams/server-error.ts';
import { createCachedResults } from './cached-results.ts';
import { createLookups } from './count-lookups.ts';
import { createResultMemory } from './result-memory.ts';
import { createViewVersion } from './view-version.ts';

// Analytics reads its views at most once a second as well: no result is more than two seconds old.
const VERSION_MAX_AGE_MS = 1000;
const MEMORY_BYTES = 16 * 1024 * 1024;
const CSV_BYTES = 8 * 1024 * 1024;

export type QueriesDeps = {
  upstreams: Pick<Upstreams, 'ask' | 'fetch'>;
  redis: Redis;
  tracer: Tracer;
  /** Prefix of keys in Redis, which isolates tests. */
  namespace: string;
  /** In milliseconds. */
  now: () => number;
};

/** Answers the queries of analytics: from the caches, or by sending them. */
export const createQueries = ({ upstreams: { ask, fetch }, redis, tracer, namespace, now }: QueriesDeps) => {
  const lookups = createLookups();
  const results = createCachedResults({
    viewVersion: createViewVersion({
      read: async (headers) => (await ask('getViewsState', { headers })).version,
      maxAgeMs: VERSION_MAX_AGE_MS,
      now,
    }),
    memory: createResultMemory(MEMORY_BYTES),
    shared: createSharedResults(redis, namespace),
    ask: async (path, headers) => {
      const { status, contentType, etag, body } = await fetch('analytics', { path, headers });
      if (status >= 500) throw serverError('analytics', status, body);
      return { status, contentType: contentType ?? 'application/json', tag: etag, body };
    },
    isUnavailable: (error) => error instanceof SkillstreamError && error.context.upstream === 'analytics',
    now,
  });
  const cached: typeof results = (query, headers) => {
    return withinSpan(tracer, 'cache', { parent: currentContext() }, async (span) => {
      const given = await lookups.counted(() => results(query, headers));
      span?.set({ [attribute.own.cache]: given.staleMs === null ? given.from : 'stale' });
      return given;
    });
  };
  const isCounted = async (id: string, headers: Parameters<typeof cached>[1]): Promise<boolean> =>
    (await ask('isSkillCounted', { params: { id }, headers })).counted;
  // Serialising one large document or table blocks the event loop, so each yields to it first.
  const turns = createTurns();
  return {
    turns,
    /** How many queries were answered from a cache, and how many were not, since the start. */
    cache: lookups.counts,
    /** Cached results; a query about an unknown skill is rejected. */
    results: withKnownSkills(cached, { taxonomy: createTaxonomy({ ask, now }), isCounted }),
    /** The same for skills that a result has named, which therefore exist. */
    resultsOfNamed: cached,
    asCsv: createCsvResults(createResultMemory(CSV_BYTES), turns),
  };
};
