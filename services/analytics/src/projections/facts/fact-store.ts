import type { Contribution } from '../../contribution/contribution.ts';

/** One posting as analytics knows it; a retracted one stays as a marker, or an older event could bring it back. */
export type Fact = { postingId: string; partition: number; offset: number; contribution: Contribution };

/** What the projection needs of MongoDB; the store that does it is `stores/mongo/mongo-fact-store.ts`. */
export type FactStore = {
  /** Writes each fact unless a newer one stands there already. */
  write: (facts: Fact[]) => Promise<void>;
  position: (partition: number) => Promise<number>;
  /** Compare-and-set. @returns the position that holds after */
  move: (partition: number, expected: number, position: number) => Promise<number>;
  /** Notes how far reading came if the position is the expected one. @returns the position that holds */
  touch: (partition: number, expected: number, fetched: number, live: boolean) => Promise<number>;
};
