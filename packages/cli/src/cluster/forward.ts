import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CliError } from '../terminal/cli-error.ts';
import { mustRun } from './run-tool.ts';
import type { Target } from './target.ts';

/** The Service or pod that a port is forwarded to, its name for people, and its port, by number or by name. */
type Destination = { what: string; name: string; port: number | string };

/** The arguments of kubectl for it. @param port local port; 0 takes a free one */
export const forwardArgs = (
  namespace: string,
  { what, port: remote }: Destination,
  port: number,
): string[] => [...['port-forward', '-n', namespace, what], `${port || ''}:${remote}`];

/** The gateway of a release. Which number its port has is a value of the chart, so kubectl looks for its name. */
export const gatewayOf = (release: string): Destination => ({
  what: `service/${release}-gateway`,
  name: `the gateway of ${release}`,
  port: 'http',
});

/**
 * Forwards a local port into a namespace.
 * @param port local port; 0 takes a free one
 * @returns its address, and a function that closes it; `closed` settles when it closes by itself
 * @throws CliError when it cannot be opened
 */
export const forwardTo = async (
  { namespace }: Pick<Target, 'namespace'>,
  destination: Destination,
  port: number,
) => {
  const child = spawn('kubectl', forwardArgs(namespace, destination, port), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  const found = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const local = /127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (local) resolve(`http://127.0.0.1:${local}`);
    });
  });
  const address = await Promise.race([found, closed.then(() => null)]);
  if (address === null)
    throw new CliError(
      `no way to ${destination.name} in ${namespace}: ${complaint.trim() || 'kubectl ended'}`,
    );
  return { address, closed, close: () => void child.kill('SIGTERM') };
};

/** The same to the gateway of a release. */
export const forwardGateway = (target: Pick<Target, 'namespace' | 'release'>, port: number) =>
  forwardTo(target, gatewayOf(target.release), port);

/** Where other pods of the cluster reach the gateway of a release. */
export const addressInside = async ({ run, namespace, release }: Target): Promise<string> => {
  const path = 'jsonpath={.spec.ports[?(@.name=="http")].port}';
  const words = ['service', '-n', namespace, `${release}-gateway`, '-o', path];
  const port = (await mustRun(run, 'kubectl', ['get', ...words])).trim();
  return `http://${release}-gateway.${namespace}${port === '80' ? '' : `:${port}`}`;
};
