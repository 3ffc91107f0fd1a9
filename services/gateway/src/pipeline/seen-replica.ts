import type { ReplicaSnapshot, ServiceName } from '@skillstream/contracts';

/** A replica as it was last seen; `snapshot` is null where none of it is known. */
export type SeenReplica = {
  service: ServiceName;
  replica: string;
  /** Whether its last snapshot still stands. */
  live: boolean;
  /** When it was last seen, in ms since 1970. */
  atMs: number;
  snapshot: ReplicaSnapshot | null;
};
