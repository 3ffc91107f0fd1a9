import { sleep } from '@skillstream/async';
import { CliError } from '../terminal/cli-error.ts';
import { lastErrorsOfPods } from './last-errors.ts';
import { readinessOfPods } from './readiness-of-pods.ts';
import { reasonsOf, type Reason } from './reasons.ts';
import type { Target } from './target.ts';
import { createWorkloads, replicasOf, type Pod, type Workload } from './workloads.ts';

const POLL_MS = 500;
// Engines start meanwhile: what a service waits for is printed only when that lasts.
const LASTING_MS = 15_000;

/** The workloads of a release, and what keeps it from being ready. */
export const readRelease = async ({ run, namespace, release }: Target) => {
  const cluster = createWorkloads(run, namespace, release);
  const [workloads, pods, happenings] = await Promise.all([
    cluster.workloads(),
    cluster.pods(),
    cluster.happenings(),
  ]);
  const reasons = async (): Promise<Reason[]> => {
    const [waits, lastWords, jobs] = await Promise.all([
      readinessOfPods(run, namespace, pods),
      lastErrorsOfPods(run, namespace, pods),
      cluster.jobs(),
    ]);
    return reasonsOf([...workloads, ...jobs], pods, happenings, new Map([...waits, ...lastWords]));
  };
  return { workloads, pods, reasons };
};

/** A workload as kubectl names it: `deployment/skillstream-gateway`. */
export const nameOf = ({ kind, metadata }: Workload): string => `${kind.toLowerCase()}/${metadata.name}`;

/** Container restarts of the pods, summed up; a pod without containers yet counts as 0. */
export const restartsOf = (pods: readonly Pod[]): number =>
  pods
    .flatMap(({ status }) => status.containerStatuses ?? [])
    .reduce((sum, { restartCount }) => sum + restartCount, 0);

/**
 * Waits until every workload of the release is ready; prints each as it becomes ready, and why others are not.
 * @throws CliError with the reasons when that takes longer than `timeoutMs`
 */
export const waitUntilAllReady = async (
  target: Target,
  report: (line: string) => void,
  timeoutMs: number,
): Promise<void> => {
  const startedMs = performance.now();
  const said = new Set<string>();
  const sayOnce = (line: string) => {
    if (said.has(line)) return;
    said.add(line);
    report(line);
  };
  for (;;) {
    const { workloads, reasons } = await readRelease(target);
    const elapsedMs = performance.now() - startedMs;
    const open = workloads.filter((workload) => replicasOf(workload).ready < replicasOf(workload).wanted);
    for (const workload of workloads)
      if (!open.includes(workload)) {
        const name = nameOf(workload);
        if (!said.has(name)) report(`${name} ready after ${(elapsedMs / 1000).toFixed(1)} s`);
        said.add(name);
      }
    if (workloads.length > 0 && open.length === 0) return;
    if (elapsedMs < LASTING_MS) await sleep(POLL_MS);
    else {
      const why = await reasons();
      for (const { who, why: text } of why) sayOnce(`${who}: ${text}`);
      if (elapsedMs > timeoutMs)
        throw new CliError(
          `not ready after ${Math.round(timeoutMs / 1000)} s: ${open.map(nameOf).join(', ')}` +
            why.map(({ who, why: text }) => `\n  ${who}: ${text}`).join(''),
        );
      await sleep(POLL_MS * 4);
    }
  }
};
