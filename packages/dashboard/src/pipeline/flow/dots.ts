import type { Sighting } from '@skillstream/contracts';
import { rankOf } from '../rank-of.ts';
import type { Seen } from '../replay/recording.ts';

/** Where on the picture a posting can be: a service, a topic, or one of the read models of analytics. */
export type FlowNode = 'gateway' | 'ingestion' | 'received' | 'tagging' | 'tagged' | 'views' | 'facts';
/** A posting between two nodes: `part` is 0 at the first and 1 at the second; `dead` where it goes no further. */
export type Dot = { postingId: string; from: FlowNode; to: FlowNode; part: number; dead: boolean };
type Leg = { from: FlowNode; to: FlowNode; startMs: number; dead: boolean };
type Way = readonly [from: FlowNode, to: FlowNode];

/** The most dots at a time: more are not told apart, and cost. */
export const MOST_DOTS = 200;
/** How long a dot is on its way from node to node, and how long it stays at the last one. */
const LEG_MS = 900;
const REST_MS = 2500;
/** How far back a sighting can be whose dot is there still: five legs, and a rest. */
export const SEEN_MS = 5 * LEG_MS + REST_MS;

const ways: Record<Sighting['stage'], Way> = {
  accepted: ['gateway', 'ingestion'],
  published: ['ingestion', 'received'],
  tagged: ['received', 'tagged'],
  'counted-in-views': ['tagged', 'views'],
  'counted-in-facts': ['tagged', 'facts'],
};

// A record dies in the service that reads it.
const deaths: Partial<Record<Sighting['service'], Way>> = {
  tagging: ['received', 'tagging'],
  analytics: ['tagged', 'facts'],
};
const wayOf = ({ stage, service, dead }: Sighting): Way | undefined => {
  if (dead) return deaths[service];
  // A later release may have more stages.
  return Object.hasOwn(ways, stage) ? ways[stage] : undefined;
};

// Stages follow each other within milliseconds: each is shown after the one before it, and views beside facts.
const branchesOf = (seen: readonly Seen[]): Leg[][] => {
  const sorted = seen.toSorted((a, b) => rankOf(a.sighting) - rankOf(b.sighting) || a.atMs - b.atMs);
  const trunk: Leg[] = [];
  const branches: Leg[][] = [];
  const endOf = (legs: readonly Leg[]) => (legs.at(-1)?.startMs ?? -Infinity) + LEG_MS;
  for (const { atMs, sighting } of sorted) {
    const [from, to] = wayOf(sighting)!;
    const leg = { from, to, startMs: Math.max(atMs, endOf(trunk)), dead: sighting.dead ?? false };
    if (from === 'tagged') branches.push([leg]);
    else trunk.push(leg);
  }
  return branches.length === 0 ? [trunk] : branches.map((branch) => [...trunk, ...branch]);
};

const dotOf = (postingId: string, legs: readonly Leg[], timeMs: number): Dot | null => {
  const leg = legs.findLast(({ startMs }) => startMs <= timeMs);
  if (!leg || timeMs > leg.startMs + LEG_MS + REST_MS) return null;
  const part = Math.min(1, (timeMs - leg.startMs) / LEG_MS);
  return { postingId, from: leg.from, to: leg.to, part, dead: leg.dead && part === 1 };
};

/**
 * The postings on their way at a time, the newest first, at most 200.
 * @param seen sightings of the last `SEEN_MS`, the oldest first
 */
export const dotsAt = (seen: readonly Seen[], timeMs: number): Dot[] => {
  const known = seen.filter(({ atMs, sighting }) => atMs <= timeMs && wayOf(sighting));
  const byPosting = Map.groupBy(known.toReversed(), ({ sighting }) =>
    JSON.stringify([sighting.postingId, sighting.version]),
  );
  const dots = new Map<string, Dot>();
  for (const own of byPosting.values()) {
    const { postingId } = own[0]!.sighting;
    for (const legs of branchesOf(own)) {
      const dot = dotOf(postingId, legs, timeMs);
      // On the trunk both branches are one dot.
      if (dot) dots.set(JSON.stringify([postingId, dot.from, dot.to]), dot);
      if (dots.size === MOST_DOTS) return [...dots.values()];
    }
  }
  return [...dots.values()];
};
