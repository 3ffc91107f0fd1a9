import type { Narrate } from '@skillstream/runtime';

type Refused = { narrate: Narrate; group: string; topic: string };

/** Says that a late write was refused: the stored position of a partition is not the expected one. */
export const narrateRefused =
  ({ narrate, group, topic }: Refused) =>
  (partition: number, expected: number, found: number): void =>
    narrate({ type: 'write.refused', group, topic, partition, expected, found });
