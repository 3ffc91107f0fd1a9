import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askStore, type StoreResult } from '../../packages/cli/src/trace/ask-store.ts';
import { imageTag } from './cluster-platform.ts';
import { apply, kubectl } from './kubectl.ts';
import { startProxy } from './proxy.ts';

const root = join(import.meta.dirname, '../..');
const files = {
  'collector.yml': readFileSync(join(root, 'docker/observability/collector.yml'), 'utf8'),
  'trace-store.mts': readFileSync(join(root, 'test/docker/trace-store.ts'), 'utf8'),
};
const COLLECTOR = 'collector';
// As collector.yml has it.
const STORE = 'jaeger';
const OTLP_PORT = 4318;
const API_PORT = 16686;

type Part = { name: string; image: string; command?: string[]; args: string[]; ports: number[] };

const deployment = ({ name, image, command, args, ports }: Part) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        automountServiceAccountToken: false,
        containers: [
          {
            ...{ name, image, args, ...(command && { command }) },
            readinessProbe: { tcpSocket: { port: ports[0] } },
            volumeMounts: [{ name: 'files', mountPath: '/files' }],
          },
        ],
        volumes: [{ name: 'files', configMap: { name: 'files' } }],
      },
    },
  },
});
const service = ({ name, ports }: Part) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: name }, ports: ports.map((port) => ({ name: `port-${port}`, port })) },
});

/** The collector of docker/compose.yaml and a trace store behind it, in a namespace of its own. */
export const createCollector = (namespace: string) => {
  const parts: Part[] = [
    {
      name: COLLECTOR,
      image: 'otel/opentelemetry-collector-contrib:0.155.0',
      args: ['--config=/files/collector.yml'],
      ports: [OTLP_PORT],
    },
    {
      name: STORE,
      image: `skillstream/gateway:${imageTag}`,
      command: ['/nodejs/bin/node'],
      args: ['/files/trace-store.mts'],
      ports: [OTLP_PORT, API_PORT],
    },
  ];
  return {
    host: `${COLLECTOR}.${namespace}`,
    port: OTLP_PORT,
    start: async (): Promise<void> => {
      await apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
      const objects = [
        { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'files' }, data: files },
        ...parts.flatMap((part) => [deployment(part), service(part)]),
      ];
      await apply(...objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace } })));
      for (const { name } of parts)
        await kubectl('rollout', 'status', `deployment/${name}`, '-n', namespace, '--timeout=240s');
    },
    /** What the store has of a trace, asked through the API server. */
    spansOf: async (traceId: string): Promise<StoreResult> => {
      const proxy = await startProxy();
      const path = `api/v1/namespaces/${namespace}/services/http:${STORE}:${API_PORT}/proxy`;
      try {
        return await askStore(`${proxy.url}/${path}`, traceId);
      } finally {
        proxy.stop();
      }
    },
    purge: () => kubectl('delete', 'namespace', namespace, '--ignore-not-found', '--timeout=300s'),
  };
};
