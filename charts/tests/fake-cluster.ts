import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOf, loadedImages, type Values } from './helm.ts';

type Kept = { apiVersion: string; kind: string; metadata: { name: string }; [key: string]: unknown };

const resources = (groupVersion: string, names: Record<string, string>) => ({
  ...{ kind: 'APIResourceList', apiVersion: 'v1', groupVersion },
  resources: Object.entries(names).map(([name, kind]) => ({ name, kind, namespaced: true, verbs: ['get'] })),
});
const apps = { groupVersion: 'apps/v1', version: 'v1' };
// What helm asks a cluster before it looks anything up.
const known: Record<string, object> = {
  '/version': { major: '1', minor: '34', gitVersion: 'v1.34.0' },
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': {
    ...{ kind: 'APIGroupList', apiVersion: 'v1' },
    groups: [{ name: 'apps', versions: [apps], preferredVersion: apps }],
  },
  '/api/v1': resources('v1', { secrets: 'Secret' }),
  '/apis/apps/v1': resources('apps/v1', { statefulsets: 'StatefulSet' }),
};
const missing = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 };

/** An API server that has these StatefulSets in every namespace, and nothing else. */
const startServer = async (kept: readonly Kept[]) => {
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const found = known[path] ?? kept.find(({ metadata }) => path.endsWith(`/statefulsets/${metadata.name}`));
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? missing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const kubeconfig = (server: string) =>
  JSON.stringify({
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'fake' },
    clusters: [{ name: 'fake', cluster: { server } }],
    users: [{ name: 'fake', user: {} }],
    contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'fake' } }],
  });

/** What helm says to an upgrade of `sk` in `demo` over these StatefulSets; empty where it takes it. */
export const upgradeOver = async (
  kept: readonly Kept[],
  values: Values,
  chart = 'skillstream',
  program = 'helm',
): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'skillstream-cluster-'));
  const { server, url } = await startServer(kept);
  try {
    writeFileSync(join(folder, 'config'), kubeconfig(url));
    writeFileSync(join(folder, 'values'), JSON.stringify(values));
    const words = ['template', 'sk', copyOf(chart), '--namespace', 'demo', '--dry-run=server'];
    const files = [...loadedImages, '--values', join(folder, 'values')];
    const env = {
      ...process.env,
      KUBECONFIG: join(folder, 'config'),
      HELM_CACHE_HOME: join(folder, 'cache'),
    };
    return await new Promise<string>((resolve) =>
      execFile(program, [...words, ...files], { env, maxBuffer: 64 << 20 }, (error, _out, said) =>
        resolve(error ? said : ''),
      ),
    );
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  }
};
