import type { Contribution } from '../../contribution/contribution.ts';
import type { StoredFactTrail } from './fact-trail.ts';

/** One posting as analytics knows it. A retracted one stays as a marker, or an older event could bring it back. */
export type Fact = {
  postingId: string;
  partition: number;
  offset: number;
  contribution: Contribution;
  trail?: StoredFactTrail;
};

/** What the projection needs of MongoDB; implemented by `stores/mongo/mongo-fact-store.ts`. */
export type FactStore = {
  /** Writes each fact unless a newer one is stored already. */
  write: (facts: Fact[]) => Promise<void>;
  position: (partition: number) => Promise<number>;
  /** Compare-and-set. @returns the position that is stored afterwards */
  move: (partition: number, expected: number, position: number) => Promise<number>;
  /** Stores the progress of reading if the position is the expected one. @returns the position that is stored */
  touch: (partition: number, expected: number, fetched: number, live: boolean) => Promise<number>;
};
