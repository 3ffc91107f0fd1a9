import { until } from '@skillstream/async/testing';
import type { TokenSource } from '../../packages/cli/src/auth/sign-token.ts';
import { namespaceManifest } from '../../packages/cli/src/cluster/install.ts';
import { runTool } from '../../packages/cli/src/cluster/run-tool.ts';
import { imageTag } from './cluster-platform.ts';
import { apply, kubectl } from './kubectl.ts';

/** Where clients run: a namespace that no release is in. */
export const CLIENTS = 'skillstream-clients';
/** What a load found: answers that were not 202 or 200 are failures, as are connections that broke. */
export type LoadResult = { sent: number; accepted: number; failures: string[]; slowestMs: number };

/** What a process that was killed ends with: 128 and the number of SIGKILL. */
const KILLED = 137;
/** Inside the pod: whoever asks there ends the load. */
const END_PORT = 9999;

// Runs in a pod, as any client of the gateway would: a posting at a time on each lane, each with an id of its own,
// until the test has seen what it waited for, however long that takes on its machine.
const program = `
const [url, lanes, retry, tag, sentences, token] = process.argv.slice(1);
let over = false;
require('node:http').createServer((_, res) => { over = true; res.end(); }).listen(${END_PORT}, '127.0.0.1').unref();
const result = { sent: 0, accepted: 0, failures: [], slowestMs: 0 };
let n = 0;
const words = ['Kafka and Go', 'Rust', 'Python and Docker', 'Java and Kubernetes', 'TypeScript'];
const post = async (id) => {
  const body = JSON.stringify({ source: 'load', sourceId: tag + id, title: 'Backend Engineer', description: ('We use ' + words[id % words.length] + '. ').repeat(sentences) });
  const started = Date.now();
  try {
    const response = await fetch(url + '/v1/postings', { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer ' + token }, body, signal: AbortSignal.timeout(60000) });
    const text = await response.text();
    result.slowestMs = Math.max(result.slowestMs, Date.now() - started);
    return response.ok ? null : response.status + ' ' + text.slice(0, 120);
  } catch (error) { return String(error.cause ?? error); }
};
const lane = async () => {
  while (!over) {
    const id = n++;
    result.sent += 1;
    for (;;) {
      const failure = await post(id);
      if (failure === null) { result.accepted += 1; break; }
      result.failures.push(failure);
      if (retry !== 'retry') break;
      await new Promise((r) => setTimeout(r, 500));
    }
    await new Promise((r) => setTimeout(r, 50));
  }
};
Promise.all(Array.from({ length: Number(lanes) }, lane)).then(() => process.stdout.write(JSON.stringify(result) + '\\n'));
`;

/** What `restricted` Pod Security wants of a container. */
export const locked = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/** And of a pod. */
export const nobody = { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } };

/** `retry`: a posting is sent again until it is taken. `sentences`: the length of each posting's text. */
export type Load = { name: string; senders: number; retry: boolean; sentences?: number };

/**
 * Starts a load from a pod outside of the release, with one token for all of it.
 * @returns ends it, and gives what it found
 */
export const startLoad = async (
  namespace: string,
  tokens: TokenSource,
  { name, senders, retry, sentences = 1 }: Load,
): Promise<() => Promise<LoadResult>> => {
  const url = `http://skillstream-gateway.${namespace}`;
  const words = [senders, retry ? 'retry' : 'once', `${name}-`, sentences, await tokens()];
  const args = ['-e', program, url, ...words.map(String)];
  // One of a run that was broken off may still be there.
  await kubectl('delete', 'pod', '-n', CLIENTS, name, '--ignore-not-found', '--grace-period=1');
  await apply(JSON.parse(namespaceManifest(CLIENTS)) as object, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: CLIENTS },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      securityContext: nobody,
      containers: [{ name: 'load', image: `skillstream/gateway:${imageTag}`, args, securityContext: locked }],
    },
  });
  await until('the load runs', async () => (await phaseOf(name)) !== 'Pending');
  return async () => {
    const tell = `fetch('http://127.0.0.1:${END_PORT}')`;
    const exec = ['exec', '-n', CLIENTS, name, '--', '/nodejs/bin/node', '-e', tell];
    const { code, complaint } = await runTool('kubectl', exec);
    // The pod may end, and kill with it who told it to, before that one has.
    if (code !== 0 && code !== KILLED) throw new Error(`the load could not be ended: ${complaint}`);
    const ended = async () => ['Succeeded', 'Failed'].includes(await phaseOf(name));
    await until('the load has ended', ended);
    const out = await kubectl('logs', '-n', CLIENTS, name);
    await kubectl('delete', 'pod', '-n', CLIENTS, name, '--wait=false');
    return JSON.parse(out.trim().split('\n').at(-1)!) as LoadResult;
  };
};

const phaseOf = (name: string) =>
  kubectl('get', 'pod', '-n', CLIENTS, name, '-o', 'jsonpath={.status.phase}');
