import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { parseAllDocuments } from 'yaml';
import { startApiServer, type Stored } from './api-server.ts';
import { withoutKubeconfig } from './config.ts';
import { copyOf, exampleOf, loadedImages, type Values } from './helm.ts';
import { scaled, type LiveDeployment } from './live-deployment.ts';
import { one, type Manifest } from './manifest.ts';

const NAMESPACE = 'demo';
const namespaced = (root: string, plural: string, name: string) =>
  `${root}/namespaces/${NAMESPACE}/${plural}/${name}`;

/** A release of one chart, `sk`, in a namespace that is there, by a helm that has an API server to ask. */
export const startLiveRelease = async (chart: string) => {
  const api = await startApiServer();
  const path = namespaced('/apis/apps/v1', 'deployments', `sk-${chart}`);
  const deployment = () => {
    const found = api.objects.get(path);
    if (!found) throw new Error(`no ${path}`);
    return found as LiveDeployment;
  };
  const kubeRoot: Stored = { kind: 'ConfigMap', metadata: { name: 'kube-root-ca.crt' } };
  api.objects.set(namespaced('/api/v1', 'configmaps', 'kube-root-ca.crt'), kubeRoot);
  const helm = async (args: string[], input = '') => {
    const flags = ['--namespace', NAMESPACE, '--kube-apiserver', api.url];
    const child = spawn('helm', [...args, ...flags], { env: withoutKubeconfig() });
    child.stdin.end(input);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [status, complaint, output] = await Promise.all([ended, text(child.stderr), text(child.stdout)]);
    if (status !== 0) throw new Error(complaint);
    return output;
  };
  const withChart = (words: string[], values: Values) =>
    helm(
      [
        ...[...words, 'sk', copyOf(chart), '--disable-openapi-validation'],
        ...[...exampleOf(chart), ...loadedImages, '--values', '-'],
      ],
      JSON.stringify(values),
    );
  return {
    /** Installs or upgrades. @throws Error with what helm complained of */
    upgrade: (values: Values): Promise<string> => withChart(['upgrade', '--install'], values),
    rollback: (revision: number): Promise<string> => helm(['rollback', 'sk', String(revision)]),
    /** The Deployment that `helm template` prints; where a run is `server` it looks into the cluster. */
    template: async (run: 'client' | 'server', values: Values): Promise<Manifest> => {
      const printed = await withChart(['template', `--dry-run=${run}`], values);
      const manifests = parseAllDocuments(printed).map((document) => document.toJS() as Manifest);
      return one(manifests, 'Deployment', `sk-${chart}`);
    },
    /** What an autoscaler does. */
    scale: (replicas: number): void => {
      api.objects.set(path, scaled(deployment(), replicas));
    },
    replicas: (): number | undefined => deployment().spec.replicas,
    stop: api.stop,
  };
};

/** One that runs. */
export type LiveRelease = Awaited<ReturnType<typeof startLiveRelease>>;
