import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Manifest } from './manifest.ts';

type Stored = Partial<Omit<Manifest, 'kind' | 'metadata'>> & {
  apiVersion?: string;
  kind: string;
  metadata: { name: string; namespace?: string; deletionTimestamp?: string; uid?: string };
  immutable?: boolean;
};

/** The kinds that helm finds, by the groups they are in. */
const groups: Record<string, Record<string, string>> = {
  v1: {
    Secret: 'secrets',
    ServiceAccount: 'serviceaccounts',
    PersistentVolumeClaim: 'persistentvolumeclaims',
    Service: 'services',
    ConfigMap: 'configmaps',
    Namespace: 'namespaces',
    Pod: 'pods',
  },
  'apps/v1': { Deployment: 'deployments', StatefulSet: 'statefulsets' },
  'batch/v1': { Job: 'jobs', CronJob: 'cronjobs' },
  'networking.k8s.io/v1': { NetworkPolicy: 'networkpolicies' },
  'policy/v1': { PodDisruptionBudget: 'poddisruptionbudgets' },
};
const rootOf = (groupVersion: string) => (groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`);
const versionOf = (groupVersion: string) => ({ groupVersion, version: 'v1' });
const resourcesOf = (groupVersion: string, kinds: Record<string, string>) => ({
  kind: 'APIResourceList',
  groupVersion,
  resources: Object.entries(kinds).map(([kind, name]) => {
    const namespaced = kind !== 'Namespace';
    return { kind, name, namespaced, singularName: '', verbs: ['get', 'list'] };
  }),
});

const discovery: Record<string, object> = {
  '/version': { major: '1', minor: '34', gitVersion: 'v1.34.0' },
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: Object.keys(groups)
      .filter((name) => name !== 'v1')
      .map((name) => ({
        name: name.split('/')[0],
        versions: [versionOf(name)],
        preferredVersion: versionOf(name),
      })),
  },
  ...Object.fromEntries(
    Object.entries(groups).map(([name, kinds]) => [rootOf(name), resourcesOf(name, kinds)]),
  ),
};

const pathOf = ({ apiVersion = 'v1', kind, metadata }: Stored) => {
  const root = rootOf(apiVersion);
  const folder = kind === 'Namespace' ? root : `${root}/namespaces/${metadata.namespace}`;
  return `${folder}/${groups[apiVersion]![kind]}/${metadata.name}`;
};

/** What every cluster has: the namespace `default`, and in each namespace a service account of that name. */
const serviceAccount = (namespace: string): Stored => ({
  kind: 'ServiceAccount',
  metadata: { name: 'default', namespace },
});

/** As much of the API of Kubernetes as helm asks with `--dry-run=server`: which kinds there are, and objects. */
export const startStubCluster = async () => {
  const objects = new Map<string, Stored>();
  const forbidden = new Set<string>();
  const server = createServer(({ url = '' }, response) => {
    const path = url.split('?')[0]!;
    // Of releases, which helm keeps as Secrets, there is none.
    const list = path.endsWith('/secrets') ? { kind: 'SecretList', apiVersion: 'v1', items: [] } : undefined;
    const found = forbidden.has(path) ? undefined : (discovery[path] ?? objects.get(path) ?? list);
    const [reason, code] = forbidden.has(path) ? ['Forbidden', 403] : ['NotFound', 404];
    const failure = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, code, message: reason };
    response.writeHead(found ? 200 : Number(code), { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? failure));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const put = (object: Stored) => objects.set(pathOf(object), { apiVersion: 'v1', ...object });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put,
    /** Nobody may read what is at this path. */
    forbid: (path: string) => void forbidden.add(path),
    /** Begins anew with these namespaces. */
    reset: (...namespaces: string[]) => {
      objects.clear();
      forbidden.clear();
      for (const name of ['default', ...namespaces]) {
        put({ kind: 'Namespace', metadata: { name } });
        put(serviceAccount(name));
      }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
