import { until } from '@skillstream/async/testing';
import { ledger, verifyJob, type Ledger, type VerifyJob } from '@skillstream/contracts';
import { install } from '../../packages/cli/src/cluster/install.ts';
import { runTool } from '../../packages/cli/src/cluster/run-tool.ts';
import { waitUntilAllReady } from '../../packages/cli/src/cluster/watch.ts';
import type { ServiceName } from '../../packages/cli/src/platform/service-specs.ts';
import type { TokenSource } from '../../packages/cli/src/auth/sign-token.ts';
import type { FlowPlatform } from '../flows/pipeline.ts';
import { allowed } from '../platform/token.ts';
import { openGateway } from './gateway.ts';
import { kubectl } from './kubectl.ts';
import { releaseTokens } from './release-tokens.ts';
import { startProxy } from './proxy.ts';

const RELEASE = 'skillstream';
/** The tag of the images that the cluster has or can get. */
export const imageTag = process.env['SKILLSTREAM_IMAGE_TAG'] ?? 'dev';
/** The tag of other images, for upgrades; without it an upgrade changes values alone. */
export const nextImageTag = process.env['SKILLSTREAM_NEXT_IMAGE_TAG'] ?? imageTag;

/** A release in a namespace of its own on the cluster that kubectl points at. */
export const createClusterRelease = (namespace: string) => {
  const target = { run: runTool, namespace, release: RELEASE };
  return {
    ...target,
    target,
    /** Installs or upgrades; returns when Kubernetes has taken it. */
    install: async (...sets: string[]): Promise<void> => {
      await install(target, { tag: imageTag, values: [], sets });
    },
    ready: (timeoutMs = 480_000) => waitUntilAllReady(target, () => {}, timeoutMs),
    /** Deletes the namespace with everything in it. Nobody uses it any more, so no pod is waited for to end well. */
    purge: async (): Promise<void> => {
      const all = ['delete', 'namespace', namespace, '--ignore-not-found'];
      await kubectl(...all, '--wait=false');
      await kubectl(
        'delete',
        'pods',
        '--all',
        '-n',
        namespace,
        '--force',
        '--grace-period=0',
        '--wait=false',
      );
      await kubectl(...all, '--timeout=300s');
    },
  };
};

export type ClusterRelease = ReturnType<typeof createClusterRelease>;

const responseOf = async (url: string, init: RequestInit): Promise<unknown> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000), ...init });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
};

/**
 * The questions that tests ask a release. Reads go through the API server, where any ready pod of the gateway answers
 * them; what shows a token goes through a door of its own.
 * @param tokens where the release's own demo key is not what signs them
 */
export const askRelease = async (
  { namespace }: Pick<ClusterRelease, 'namespace'>,
  tokens: TokenSource | null = null,
) => {
  const proxy = await startProxy();
  const reads = `${proxy.url}/api/v1/namespaces/${namespace}/services/http:${RELEASE}-gateway:80/proxy`;
  const gateway = await openGateway({ namespace, release: RELEASE });
  const signed = tokens ?? (await releaseTokens(namespace, RELEASE));
  const get = (path: string) => responseOf(reads + path, {});
  const change = async (path: string, init: RequestInit) =>
    responseOf(gateway.url + path, await allowed(init, signed));
  const readLedger = async (): Promise<Ledger> => ledger.parse(await get('/v1/ledger'));
  return {
    url: gateway.url,
    tokens: signed,
    get,
    change,
    // Under load a part may not answer in time, which is said by a 503: asked again, as its reader is told to.
    ledger: (): Promise<Ledger> => until('the ledger answers', readLedger),
    settled: (): Promise<Ledger> =>
      until('the ledger is balanced', async () => {
        const found = await readLedger();
        return found.balanced ? found : Promise.reject(new Error(JSON.stringify(found.total)));
      }),
    // A verification lives in the replica that runs it; if that replica goes, it is asked for again.
    verify: (): Promise<VerifyJob> =>
      until('a verification has ended', async () => {
        const { id } = verifyJob.parse(await change('/v1/verify', { method: 'POST' }));
        return until('this one', async () => {
          const job = verifyJob.parse(await get(`/v1/verify/${id}`));
          return job.state === 'running' ? null : job;
        });
      }),
    logLines: async (name: ServiceName) =>
      (await kubectl('logs', '-n', namespace, '-l', `app.kubernetes.io/name=${name}`, '--tail=-1'))
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    stop: async () => {
      proxy.stop();
      await gateway.stop();
    },
  } satisfies FlowPlatform & { ledger: () => Promise<Ledger>; change: typeof change };
};

export type ReleaseQueries = Awaited<ReturnType<typeof askRelease>>;
