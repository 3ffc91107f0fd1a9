/**
 * The schema version of the views: what they count, under which names, and the format of `state`. A new schema gets a
 * new number, and its own consumer group (`groups.views` of the contracts then ends in `-v` and the number): both
 * releases update their own views for as long as they run, and no query reads stale views. The views of an earlier
 * release are deleted like those of an older log (`read-model-versions/superseded.ts`).
 */
export const VIEW_SCHEMA_VERSION = 6;

/** The version of the views: their schema version, and the generation of the log that they were built from. */
export const viewVersionName = (generation: number, schemaVersion = VIEW_SCHEMA_VERSION): string =>
  `v${schemaVersion}.${generation}`;

/**
 * Returns the keys of one partition. They share a hash tag, so one script can change them together, on Redis Cluster,
 * too.
 * @param namespace what they begin with: `REDIS_PREFIX`
 */
export const viewKeys = (namespace: string, version: string) => {
  const key = (partition: number, name: string) => `${namespace}{${partition}}:${version}:${name}`;
  return {
    view: key,
    /** Hash: `@position`, `@log`, `@fetched`, `@live`, `@seen`, the last writes, and each posting's contribution. */
    state: (partition: number) => key(partition, 'state'),
    /** Set: the names of all views of the partition. */
    names: (partition: number) => key(partition, 'names'),
  };
};

export type ViewKeys = ReturnType<typeof viewKeys>;
