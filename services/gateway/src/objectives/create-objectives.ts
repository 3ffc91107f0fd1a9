import { runPeriodically } from '@skillstream/async';
import { createEvaluation } from '@skillstream/observability';
import { replicaOf, serviceOf, type FoundReplica } from '../pipeline/known-replicas.ts';

const EVERY_MS = 5000;

export type ObjectivesDeps = {
  /** The replicas that show themselves in Redis. @throws where Redis is unavailable */
  findReplicas: () => Promise<FoundReplica[]>;
  /** Milliseconds since 1970. */
  nowMs: () => number;
};

/**
 * Looks at all replicas each five seconds, whoever watches, and evaluates objectives and alerts. It asks Redis alone:
 * to ask services it would need somebody's token.
 */
export const createObjectives = ({ findReplicas, nowMs }: ObjectivesDeps) => {
  const evaluation = createEvaluation(nowMs());
  const looking = runPeriodically(
    async () => {
      const found = await findReplicas().catch(() => null);
      evaluation.look(
        found?.map(({ member, snapshot }) => ({
          service: serviceOf(member),
          replica: replicaOf(member),
          snapshot,
        })) ?? null,
        nowMs(),
      );
    },
    { everyMs: EVERY_MS },
  );
  return { ...looking, state: evaluation.state };
};
