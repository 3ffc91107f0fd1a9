import type { PipelineService } from '@skillstream/contracts';

/**
 * The replicas of a service that are gone and for which another has started since they were last seen, each of these
 * for one of those: a service that was killed and started again has nothing wrong with it.
 * @param atMs the time of the snapshot, in milliseconds since 1970
 * @returns their names
 */
export const replacedIn = ({ replicas }: Pick<PipelineService, 'replicas'>, atMs: number): Set<string> => {
  const waiting = replicas
    .filter(({ gone }) => gone)
    .map(({ replica, ageSeconds }) => ({ replica, seenMs: atMs - ageSeconds * 1000 }))
    .sort((a, b) => a.seenMs - b.seenMs);
  const starts = replicas
    .flatMap(({ gone, snapshot }) => (gone || !snapshot ? [] : [Date.parse(snapshot.startedAt)]))
    .sort((a, b) => a - b);
  const replaced = new Set<string>();
  for (const startedMs of starts)
    if (waiting[0] && waiting[0].seenMs < startedMs) replaced.add(waiting.shift()!.replica);
  return replaced;
};
