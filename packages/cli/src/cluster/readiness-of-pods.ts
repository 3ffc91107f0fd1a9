import { readiness } from '@skillstream/contracts';
import { stateOf } from '../commands/status.ts';
import type { RunTool } from './run-tool.ts';
import type { Pod } from './workloads.ts';

const PORT = 8080;

/**
 * Asks every pod of a service that is not ready what it waits for, through the API server: no service leads to it.
 * @returns by pod, in words; pods that do not answer are left out
 */
export const readinessOfPods = async (
  run: RunTool,
  namespace: string,
  pods: readonly Pod[],
): Promise<Map<string, string>> => {
  const said = new Map<string, string>();
  const unready = pods.filter(({ status }) => status.containerStatuses?.some(({ ready }) => !ready));
  await Promise.all(
    unready.map(async ({ metadata: { name } }) => {
      const path = `/api/v1/namespaces/${namespace}/pods/${name}:${PORT}/proxy/readyz`;
      const { out, complaint } = await run('kubectl', ['get', '--raw', path, '--request-timeout=4s']);
      // An unready service answers 503, which kubectl shows as an error around the body.
      const json = /\{.*\}/s.exec(out || complaint)?.[0];
      const parsed = readiness.safeParse(json ? tryParse(json) : null);
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
