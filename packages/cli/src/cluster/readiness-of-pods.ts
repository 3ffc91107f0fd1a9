import { readiness } from '@skillstream/contracts';
import { stateOf } from '../terminal/status-text.ts';
import type { RunTool } from './run-tool.ts';
import type { Pod } from './workloads.ts';

// Images have no shell and no curl, but they have Node. From inside, since network policies allow nobody else.
const ask =
  "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => r.text()).then((t) => process.stdout.write(t))";

/**
 * What the pods of a service that are not ready wait for, requested inside each pod: no Service leads to it.
 * @returns by pod, as text; pods that do not respond are left out
 */
export const readinessOfPods = async (
  run: RunTool,
  namespace: string,
  pods: readonly Pod[],
): Promise<Map<string, string>> => {
  const said = new Map<string, string>();
  const unready = pods.filter(
    ({ status }) =>
      status.phase === 'Running' &&
      status.containerStatuses?.some(({ ready, state }) => !ready && !state?.waiting),
  );
  await Promise.all(
    unready.map(async ({ metadata: { name } }) => {
      const words = ['exec', '-n', namespace, name, '--request-timeout=10s', '--'];
      const { out } = await run('kubectl', [...words, '/nodejs/bin/node', '-e', ask]);
      const parsed = readiness.safeParse(tryParse(out));
      if (parsed.success && !parsed.data.ready) said.set(name, stateOf(parsed.data));
    }),
  );
  return said;
};

const tryParse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
