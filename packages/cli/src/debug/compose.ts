import { spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import { givenToken } from '../gateway/access.ts';
import type { ServiceName } from '../platform/service-specs.ts';
import { projectRoot } from '../platform/paths.ts';
import { note } from '../terminal/command.ts';
import type { Reach } from './reach.ts';

// Inside of the container, where nobody else is: standard input and output are a connection to the service's port.
const tunnel = `
const socket = require('node:net').connect(Number(process.env.PORT), '127.0.0.1');
process.stdin.pipe(socket).pipe(process.stdout);
socket.on('error', (error) => { console.error(error.message); process.exit(1); });
socket.on('close', () => process.stdin.destroy());
process.stdout.on('error', () => process.exit(1));`;

/** The command that opens a connection to a service of docker/compose.yaml; images have Node and no shell. */
export const tunnelCommand = (service: ServiceName, index: string | undefined): [string, ...string[]] => [
  ...(['docker', 'compose', '-f', 'docker/compose.yaml', 'exec', '-T'] as const),
  ...(index === undefined ? [] : ['--index', index]),
  ...[service, '/nodejs/bin/node', '-e', tunnel],
];

/** A connection over standard input and output of a command, whose complaints are printed. */
export const connectBy = ([program, ...args]: readonly [string, ...string[]], env = process.env): Duplex => {
  const child = spawn(program, args, { cwd: projectRoot, env, stdio: ['pipe', 'pipe', 'pipe'] });
  const connection = Duplex.from({ readable: child.stdout, writable: child.stdin });
  child.stderr.on('data', (part: Buffer) => note(part.toString().trimEnd()));
  child.on('error', (error) => connection.destroy(error));
  connection.on('close', () => child.kill());
  return connection;
};

/**
 * A service of docker/compose.yaml, from inside of its container: none of its ports is published.
 * @param index which container of the service, from 1
 */
export const composeReach = (
  service: ServiceName,
  index: string | undefined,
  token: string | undefined,
): Reach => {
  const given = givenToken(token);
  return {
    ...{ name: index === undefined ? service : `${service} ${index}`, host: '127.0.0.1', port: 8080 },
    token: async () => given ?? null,
    tokenFrom: 'docker compose -f docker/compose.yaml run --rm token --scope ops:read --scope ops:write',
    connect: () => connectBy(tunnelCommand(service, index)),
    close: () => undefined,
  };
};
