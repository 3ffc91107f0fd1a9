import { signedTokens } from '../auth/sign-token.ts';
import { forwardTo } from '../cluster/forward.ts';
import { releaseKey } from '../cluster/release-access.ts';
import { mustRun } from '../cluster/run-tool.ts';
import type { Target } from '../cluster/target.ts';
import type { Pod } from '../cluster/workloads.ts';
import { givenToken } from '../gateway/access.ts';
import type { ServiceName } from '../platform/service-specs.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note } from '../terminal/command.ts';
import { diagnosticScopes } from './local.ts';
import type { Reach } from './reach.ts';

// The charts' port of every service; a forwarded port ends at the pod's loopback, which no network policy sees.
const PORT = 8080;

const isReady = ({ status }: Pod) => status.containerStatuses?.every(({ ready }) => ready) ?? false;

/**
 * The pod that is meant: by its name, else a ready one, else one that runs (a process that is too busy is not ready).
 * @throws CliError that names the running pods, where that is none of them
 */
export const choosePod = (service: string, pods: readonly Pod[], replica: string | undefined): string => {
  const running = pods.filter(
    ({ metadata, status }) => status.phase === 'Running' && metadata.deletionTimestamp === undefined,
  );
  const names = running.map(({ metadata }) => metadata.name);
  if (names.length === 0) throw new CliError(`no pod of ${service} runs`);
  if (replica === undefined) return (running.find(isReady) ?? running[0]!).metadata.name;
  if (names.includes(replica)) return replica;
  throw new CliError(`${service} has no replica ${replica}; there are ${names.join(', ')}`);
};

/**
 * A pod of a release over a port-forward of its own.
 * @throws CliError where no such pod runs, or kubectl may not forward to it
 */
export const podReach = async (
  target: Target,
  service: ServiceName,
  { replica, token }: { replica?: string | undefined; token?: string | undefined },
): Promise<Reach> => {
  const { run, namespace, release } = target;
  const labels = `app.kubernetes.io/instance=${release},app.kubernetes.io/name=${service}`;
  const words = ['get', 'pods', '-n', namespace, '-l', labels, '-o', 'json'];
  const { items } = JSON.parse(await mustRun(run, 'kubectl', words)) as { items: Pod[] };
  const pod = choosePod(service, items, replica);
  if (replica === undefined && items.length > 1) note(`one of ${items.length} replicas: ${pod}`);
  const given = givenToken(token);
  const source =
    given === undefined
      ? signedTokens(await releaseKey(target), undefined, diagnosticScopes)
      : async () => given;
  const { address, close } = await forwardTo(target, { what: `pod/${pod}`, name: pod, port: PORT }, 0);
  return {
    ...{ name: pod, host: '127.0.0.1', port: Number(new URL(address).port), token: source, close },
    tokenFrom: 'skillstream cluster token --scope ops:write',
  };
};
