import { sleep } from '@skillstream/async';
import type { RunTool } from './run-tool.ts';

const units: Record<string, number> = { Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3 };

/** Bytes of a quantity as `kubectl top` writes it ("123Mi"); null when it is none. */
export const bytesOf = (quantity: string): number | null => {
  const match = /^(\d+)(Ki|Mi|Gi)?$/.exec(quantity);
  return match ? Number(match[1]) * (units[match[2] ?? ''] ?? 1) : null;
};

/** The lines of `kubectl top pods --no-headers` as bytes by pod. */
export const parseTop = (text: string): Map<string, number> =>
  new Map(
    text
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([name, , memory]) => {
        const bytes = memory === undefined ? null : bytesOf(memory);
        return name && bytes !== null ? [[name, bytes] as const] : [];
      }),
  );

/** Memory of a release's pods in bytes; empty where the cluster has no metrics yet. */
export const memoryOfPods = async (run: RunTool, namespace: string, release: string) => {
  const args = [
    'top',
    'pods',
    '-n',
    namespace,
    '-l',
    `app.kubernetes.io/instance=${release}`,
    '--no-headers',
  ];
  const { code, out } = await run('kubectl', args);
  return code === 0 ? parseTop(out) : new Map<string, number>();
};

const POLL_MS = 2000;

/**
 * The same, as soon as there are metrics of so many pods: new ones have none for the first half minute.
 * @returns what is known after `timeoutMs` at the latest
 */
export const waitForMemory = async (
  run: RunTool,
  namespace: string,
  release: string,
  { pods, timeoutMs }: { pods: number; timeoutMs: number },
): Promise<Map<string, number>> => {
  const startedMs = performance.now();
  for (;;) {
    const found = await memoryOfPods(run, namespace, release);
    if (found.size >= pods || performance.now() - startedMs > timeoutMs) return found;
    await sleep(POLL_MS);
  }
};
