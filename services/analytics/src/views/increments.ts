import type { Counted } from './contribution-codec.ts';
import { slicesOf } from './slices.ts';

/** Increments by view key (without the partition's prefix) and field. */
export type Increments = Map<string, Map<string, number>>;

/** Field of the number of postings in a slice. */
export const POPULATION = 'n';
export const skillField = (skillId: string): string => `s:${skillId}`;
export const categoryField = (category: string): string => `c:${category}`;
export const demandKey = (month: string, slice: string): string => `demand:${month}:${slice}`;
/** Postings and sum of versions by source: analytics' line of the ledger. */
export const LEDGER_KEY = 'ledger';
export const ledgerFields = (source: string) => ({ postings: `n:${source}`, versions: `v:${source}` });

const add = (increments: Increments, key: string, field: string, n: number) => {
  let fields = increments.get(key);
  if (!fields) increments.set(key, (fields = new Map()));
  const sum = (fields.get(field) ?? 0) + n;
  if (sum === 0) fields.delete(field);
  else fields.set(field, sum);
};

const addContribution = (increments: Increments, c: Counted, sign: 1 | -1) => {
  const { postings, versions } = ledgerFields(c.source);
  add(increments, LEDGER_KEY, postings, sign);
  add(increments, LEDGER_KEY, versions, sign * c.version);
  if (c.retracted) return;
  const fields = [POPULATION, ...c.skills.map(skillField), ...c.categories.map(categoryField)];
  for (const slice of slicesOf(c)) {
    const key = demandKey(c.month, slice);
    for (const field of fields) add(increments, key, field, sign);
  }
};

/**
 * What a run of events changes, event by event: each takes its posting's present contribution away and adds its own.
 * @param present the contributions before the first of the events
 */
export const incrementsOf = (
  events: { postingId: string; contribution: Counted }[],
  present: Map<string, Counted>,
): { increments: Increments; contributions: Map<string, Counted> } => {
  const increments: Increments = new Map();
  const contributions = new Map<string, Counted>();
  for (const { postingId, contribution } of events) {
    const before = contributions.get(postingId) ?? present.get(postingId);
    if (before) addContribution(increments, before, -1);
    addContribution(increments, contribution, 1);
    contributions.set(postingId, contribution);
  }
  return { increments, contributions };
};

/** How many single numbers change. */
export const sizeOf = (increments: Increments): number =>
  [...increments.values()].reduce((sum, fields) => sum + fields.size, 0);
