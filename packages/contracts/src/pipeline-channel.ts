/**
 * The operations channel in Redis, over which replicas show what they do: narrated events and sightings by
 * publish/subscribe, snapshots as keys that expire. It is lossy: whatever does not get through is dropped, and no work
 * depends on it.
 */
export const PIPELINE_CHANNELS = 'skillstream:pipeline:v1:';
export const PIPELINE_EVENTS = `${PIPELINE_CHANNELS}events`;
export const PIPELINE_SIGHTINGS = `${PIPELINE_CHANNELS}sightings`;

/** What all keys begin with; in braces, so that they lie in one slot of a Redis Cluster, for one command. */
export const PIPELINE_KEYS = '{skillstream:pipeline:v1}:';
/** The sorted set of replicas (`service/replica`) by when each, by its own clock, showed itself, in ms since 1970. */
export const PIPELINE_REPLICAS = `${PIPELINE_KEYS}replicas`;
/** The key of the last snapshot of a replica, which expires. */
export const pipelineSnapshotKey = (member: string): string => `${PIPELINE_KEYS}snapshot:${member}`;

/** How often a replica publishes its snapshot. */
export const SNAPSHOT_EVERY_MS = 1000;
/** How long a snapshot stays without the next one; then its replica is gone. */
export const SNAPSHOT_LIFE_MS = 5000;
/** How long a replica that is gone is remembered. */
export const GONE_REMEMBERED_MS = 600_000;
/** The largest event or sighting: a longer one is dropped. */
export const MOST_MESSAGE_BYTES = 64 * 1024;
/** The largest snapshot: one of 2,000 partitions has 200 KB. */
export const MOST_SNAPSHOT_BYTES = 512 * 1024;

/** How long narrated events are retained for those who begin to watch later, and how many at most. */
export const EVENTS_RETAINED_MS = 300_000;
export const MOST_EVENTS_RETAINED = 1000;
