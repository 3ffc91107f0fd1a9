import { buildImages, createKindCluster, imagesIn, loadImages } from '../../cluster/images.ts';
import { install, manifestsOf } from '../../cluster/install.ts';
import { addressInside } from '../../cluster/forward.ts';
import { waitForMemory } from '../../cluster/memory-of-pods.ts';
import { runTool } from '../../cluster/run-tool.ts';
import { currentContext, targetOptions } from '../../cluster/target.ts';
import { readRelease, restartsOf, waitUntilAllReady } from '../../cluster/watch.ts';
import { usageError } from '../../terminal/cli-error.ts';
import { print, readArgs, wholeNumber } from '../../terminal/command.ts';
import { megabytes } from '../../terminal/numbers.ts';

const options = {
  ...targetOptions,
  kind: { type: 'boolean', default: false },
  images: { type: 'string' },
  tag: { type: 'string' },
  values: { type: 'string', short: 'f', multiple: true, default: [] as string[] },
  set: { type: 'string', multiple: true, default: [] as string[] },
  timeout: { type: 'string', default: '300' },
} as const;

/** A cluster without metrics is not waited for longer. */
const METRICS_MS = 60_000;

/** `cluster up`: images where requested, charts, and a line for each workload until all are ready. */
export const clusterUp = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const run = runTool;
  const timeoutMs = wholeNumber('timeout', values.timeout, 1, 3600) * 1000;
  const { namespace, release } = values;
  const target = { run, namespace, release };
  const startedMs = performance.now();
  if (values.kind) {
    print('making a kind cluster');
    await createKindCluster(run);
  }
  const context = await currentContext(run);
  const images = values.images ?? (context.startsWith('kind-') ? 'build' : 'pull');
  if (images !== 'build' && images !== 'pull')
    throw usageError(`--images takes build or pull, not "${images}"`);
  const tag = values.tag ?? (images === 'build' ? 'dev' : undefined);
  print(`cluster ${context}, namespace ${namespace}, release ${release}`);
  const installed = { tag, values: values.values, sets: values.set };
  if (tag !== undefined && images === 'build') {
    const names = imagesIn(await manifestsOf(target, installed), tag);
    print(`building the images ${names.join(', ')}`);
    await buildImages(run, names, tag);
    await loadImages(run, context, names, tag);
  }
  const installedMs = performance.now();
  const { madeNamespace } = await install(target, installed);
  if (madeNamespace) print(`made the namespace ${namespace}, which enforces restricted Pod Security`);
  await waitUntilAllReady(target, print, timeoutMs);

  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
  print(`all ready ${seconds(installedMs)} s after the installation began (${seconds(startedMs)} s in all)`);
  const { pods } = await readRelease(target);
  const memory = await waitForMemory(run, namespace, release, { pods: pods.length, timeoutMs: METRICS_MS });
  const bytes = [...memory.values()].reduce((sum, one) => sum + one, 0);
  const taken = bytes > 0 ? megabytes(bytes) : 'memory unknown: the cluster gives no metrics';
  print(`${pods.length} pods, ${restartsOf(pods)} restarts, ${taken}`);
  print('the page: http://127.0.0.1:4100/ with skillstream cluster open');
  print(`in the cluster: ${await addressInside(target)}`);
  print('next: skillstream cluster load FILE, skillstream cluster token --scope …');
  return 0;
};
