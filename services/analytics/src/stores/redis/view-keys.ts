/**
 * The version of the views' schema: what they count, under which names, and what stands in `state`. A new one gets a
 * new number, and a consumer group of its own (`groups.views` of the contracts then ends in `-v` and the number): both
 * releases count their own views for as long as either runs, and nobody answers from views that stand still. What a
 * release before left is deleted as views of an older log are (`versions/superseded.ts`).
 */
export const VIEW_SCHEMA_VERSION = 4;

/** The version of the views: their form, and the generation of the log that they were built from. */
export const viewVersionName = (generation: number, schemaVersion = VIEW_SCHEMA_VERSION): string =>
  `v${schemaVersion}.${generation}`;

/**
 * Keys of one partition share a hash tag, so one script changes them together, on Redis Cluster too.
 * @param namespace empty in production; tests keep apart with it
 */
export const viewKeys = (namespace: string, version: string) => {
  const key = (partition: number, name: string) => `{${namespace}${partition}}:${version}:${name}`;
  return {
    view: key,
    /** Hash: `@position`, `@log`, `@fetched`, `@live`, `@seen`, and each posting's contribution. */
    state: (partition: number) => key(partition, 'state'),
    /** Set: the names of all views of the partition. */
    names: (partition: number) => key(partition, 'names'),
  };
};

export type ViewKeys = ReturnType<typeof viewKeys>;
