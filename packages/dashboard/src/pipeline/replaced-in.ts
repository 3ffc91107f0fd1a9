import type { PipelineService } from '@skillstream/contracts';

/**
 * The replicas of a service that are gone and for which another has started since they were last seen, each of these
 * for one of those: a service that was killed and started again has nothing wrong with it. Who started in the place
 * of another may be gone by now, too, and have been replaced in turn.
 * @param atMs the time of the snapshot, in milliseconds since 1970
 * @returns their names
 */
export const replacedIn = ({ replicas }: Pick<PipelineService, 'replicas'>, atMs: number): Set<string> => {
  const waiting = replicas
    .filter(({ gone }) => gone)
    .map(({ replica, ageSeconds }) => ({ replica, seenMs: atMs - ageSeconds * 1000 }))
    .sort((a, b) => a.seenMs - b.seenMs);
  const starts = replicas
    .flatMap(({ replica, snapshot }) =>
      snapshot ? [{ replica, startedMs: Date.parse(snapshot.startedAt) }] : [],
    )
    .sort((a, b) => a.startedMs - b.startedMs);
  const replaced = new Set<string>();
  for (const start of starts) {
    const index = waiting.findIndex((one) => one.seenMs < start.startedMs && one.replica !== start.replica);
    if (index >= 0) replaced.add(waiting.splice(index, 1)[0]!.replica);
  }
  return replaced;
};
