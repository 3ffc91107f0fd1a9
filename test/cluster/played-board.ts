import { namespaceManifest } from '../../packages/cli/src/cluster/install.ts';
import { imageTag } from './cluster-platform.ts';
import { apply, kubectl } from './kubectl.ts';
import { CLIENTS, locked, nobody } from './load-pod.ts';
import { runIn } from './network.ts';

const NAME = 'played-board';
const PORT = 8080;
const MODULES = 'played-board-modules';
const FOLDER = '/played';
/** The source that is played. */
export const playedSource = { name: 'boats', address: 'https://boards.greenhouse.io/boats' };

// Lists as many jobs as it was last told to, by a GET of /list/N.
const program = `
const jobs = process.argv.slice(1);
let listed = jobs.length;
require('node:http').createServer((req, res) => {
  const told = /^\\/list\\/(\\d+)$/.exec(req.url);
  if (told) listed = Number(told[1]);
  const found = jobs.slice(0, listed).map((job) => JSON.parse(job));
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify({ jobs: found, meta: { total: found.length } }));
}).listen(${PORT});
`;

// The real agent would refuse an address of the cluster. In an image its module is JavaScript.
const replay = `import { registerHooks } from 'node:module';
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    return found.url.endsWith('/packages/boards/src/fetch/guarded-agent.js')
      ? { ...found, url: 'file://${FOLDER}/agent.mjs', format: 'module' }
      : found;
  },
});
`;
const agent = `import { createRequire } from 'node:module';
const { Agent } = createRequire('/app/packages/boards/')('undici');
export const createGuardedAgent = () =>
  new Agent().compose((dispatch) => (options, handler) =>
    dispatch(
      { ...options, origin: 'http://${NAME}.${CLIENTS}:${PORT}', path: '/' + new URL(String(options.origin)).host + options.path },
      handler,
    ),
  );
export const createAgent = createGuardedAgent;
export const assertPublicHost = () => {};
`;

/** Values of ingestion with which it reads the played board as if it were on the internet. */
export const playedValues = {
  boards: { sources: [playedSource] },
  extraEnv: [
    { name: 'NODE_OPTIONS', value: `--import=${FOLDER}/replay.mjs` },
    { name: 'BOARDS_EVERY_MS', value: '0' },
  ],
  extraVolumes: [{ name: 'played', configMap: { name: MODULES } }],
  extraVolumeMounts: [{ name: 'played', mountPath: FOLDER }],
  networkPolicy: {
    extraEgress: [
      {
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': CLIENTS } } }],
        ports: [{ port: PORT }],
      },
    ],
  },
};

/**
 * Plays a job board from a pod outside of the release, for ingestion that has the values above.
 * @param namespace of the release, which need not be there yet
 * @param jobs as Greenhouse answers them
 */
export const startPlayedBoard = async (namespace: string, jobs: readonly object[]) => {
  const labels = { 'app.kubernetes.io/name': NAME };
  const args = ['-e', program, ...jobs.map((job) => JSON.stringify(job))];
  const container = { name: NAME, image: `skillstream/gateway:${imageTag}`, args, securityContext: locked };
  await kubectl('delete', 'pod', '-n', CLIENTS, NAME, '--ignore-not-found', '--grace-period=1');
  await apply(
    JSON.parse(namespaceManifest(CLIENTS)) as object,
    JSON.parse(namespaceManifest(namespace)) as object,
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: MODULES, namespace },
      data: { 'replay.mjs': replay, 'agent.mjs': agent },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: NAME, namespace: CLIENTS, labels },
      spec: { automountServiceAccountToken: false, securityContext: nobody, containers: [container] },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: NAME, namespace: CLIENTS },
      spec: { selector: labels, ports: [{ port: PORT }] },
    },
  );
  await kubectl('wait', '-n', CLIENTS, `pod/${NAME}`, '--for=condition=Ready', '--timeout=240s');
  return {
    /** Lists the first so many of the jobs from now on. */
    list: (count: number) => runIn(CLIENTS, NAME, `fetch('http://127.0.0.1:${PORT}/list/${count}')`),
    stop: () =>
      kubectl('delete', 'pod,service', '-n', CLIENTS, NAME, '--ignore-not-found', '--grace-period=1'),
  };
};
