import type { AnsweredFrom, DemandFilter } from '@skillstream/contracts';
import type { MongoFactStore } from './mongo-fact-store.ts';

/** What a fact must match to be counted under a filter. */
export const matchOf = ({ from, to, ...equal }: DemandFilter) => ({
  retracted: false,
  ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
  ...(from || to ? { month: { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) } } : {}),
});

/** How fresh an answer from the facts is: caught up when every partition has been, since this generation began. */
export const freshnessOf = async (store: MongoFactStore, partitions: number): Promise<AnsweredFrom> => {
  const marks = await store.allMarks();
  const caughtUp = marks.length === partitions && marks.every((mark) => mark.live);
  return { model: 'facts', caughtUp, viewVersion: null };
};
