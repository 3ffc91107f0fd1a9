import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deploymentAfter, type LiveDeployment } from './live-deployment.ts';
import { isProtobuf, nameOf, PROTOBUF, secretList } from './protobuf.ts';

type Json = { [key: string]: unknown };
export type Stored = Json & { kind: string; metadata: Json & { name: string } };

// What the charts are made of, and what helm keeps its releases in.
const kinds: Record<string, string[]> = {
  v1: ['ConfigMap', 'Namespace', 'Pod', 'Secret', 'Service', 'ServiceAccount'],
  'apps/v1': ['Deployment'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'keda.sh/v1alpha1': ['ScaledObject', 'TriggerAuthentication'],
  'networking.k8s.io/v1': ['NetworkPolicy'],
  'policy/v1': ['PodDisruptionBudget'],
};
const pluralOf = (kind: string) => `${kind.toLowerCase().replace(/y$/, 'ie')}s`;
const rootOf = (version: string) => (version === 'v1' ? '/api/v1' : `/apis/${version}`);

const discovery = new Map<string, Json>([
  ['/version', { major: '1', minor: '34', gitVersion: 'v1.34.0' }],
  ['/api', { kind: 'APIVersions', versions: ['v1'] }],
  [
    '/apis',
    {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: Object.keys(kinds).flatMap((groupVersion) => {
        const [name, version] = groupVersion.split('/');
        const versions = [{ groupVersion, version }];
        return version ? [{ name, versions, preferredVersion: versions[0] }] : [];
      }),
    },
  ],
  ...Object.entries(kinds).map(([groupVersion, names]): [string, Json] => [
    rootOf(groupVersion),
    {
      kind: 'APIResourceList',
      groupVersion,
      resources: names.map((kind) => ({
        name: pluralOf(kind),
        kind,
        namespaced: kind !== 'Namespace',
        verbs: ['create', 'delete', 'get', 'list', 'patch', 'update'],
      })),
    },
  ]),
]);

/** By RFC 7386, where the server would know which lists are merged; no test looks at lists. */
const merged = (target: unknown, patch: unknown): unknown => {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result: Json = { ...(target as Json | undefined) };
  for (const [key, value] of Object.entries(patch))
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  return result;
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

type Answer = { status: number; body: Json | Buffer };
const ok = (body: Json | Buffer | undefined): Answer =>
  body ? { status: 200, body } : { status: 404, body: missing };
const missing = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 };
const conflict = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason: 'Conflict',
  message: 'conflict with "kube-controller-manager" with subresource "scale": .spec.replicas',
  code: 409,
};
const isList = (path: string) => /\/namespaces\/[^/]+\/[a-z]+$/.test(path);

/**
 * As much of an API server as helm needs to install, upgrade and look things up. It keeps objects, and runs none.
 */
export const startApiServer = async () => {
  const objects = new Map<string, Stored>();
  // Helm's own Secrets, which alone come as protobuf.
  const releases = new Map<string, Buffer>();

  const keep = (path: string, object: Stored): Stored => {
    objects.set(path, object);
    return object;
  };
  const read = (path: string): Answer => {
    if (isList(path)) return ok(secretList([...releases.values()]));
    return ok(discovery.get(path) ?? objects.get(path) ?? releases.get(path));
  };
  const change = async (method: string, path: string, request: IncomingMessage): Promise<Answer> => {
    const bytes = await bodyOf(request);
    if (isProtobuf(bytes) && method !== 'DELETE') {
      releases.set(method === 'POST' ? `${path}/${nameOf(bytes)}` : path, bytes);
      return ok(bytes);
    }
    const found = objects.get(path);
    if (method === 'DELETE') return objects.delete(path) ? ok(found) : ok(undefined);
    const body = JSON.parse(bytes.toString()) as Stored;
    const type = request.headers['content-type'] ?? '';
    const key = method === 'POST' ? `${path}/${body.metadata.name}` : path;
    const whole = method !== 'PATCH' || type.includes('apply-patch');
    const after = whole ? body : (merged(found, body) as Stored);
    if (!path.includes('/deployments')) return ok(keep(key, after));
    const left = deploymentAfter(found as LiveDeployment | undefined, after as LiveDeployment, type);
    return left === 'conflict' ? { status: 409, body: conflict } : ok(keep(key, left));
  };

  const server = createServer((request, response) => {
    const { method = 'GET' } = request;
    const { pathname } = new URL(request.url!, 'http://api');
    void Promise.resolve(method === 'GET' ? read(pathname) : change(method, pathname, request)).then(
      ({ status, body }) => {
        const json = !Buffer.isBuffer(body);
        response.writeHead(status, { 'content-type': json ? 'application/json' : PROTOBUF });
        response.end(json ? JSON.stringify(body) : body);
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    stop: (): Promise<void> => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
