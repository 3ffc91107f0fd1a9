import { runTool } from '../../packages/cli/src/cluster/run-tool.ts';
import { podAddress, podsOf } from './kubectl.ts';

export type Attempt = { from: string; to: string; port: number; open: boolean };
type Door = Pick<Attempt, 'to' | 'port'>;

/** The parts of a release that are ours; each has node. */
export const services = ['gateway', 'ingestion', 'tagging', 'analytics'];
const engines = ['kafka', 'mongodb', 'valkey'];
const hostOf = (name: string) => `skillstream-${name}`;
/** The port of metrics and health, which no Service has. */
const MANAGEMENT = 8081;
/** What could be reached: a Service's port leads to the pod's. */
const doors: Door[] = [
  ...services.flatMap((to) => [80, MANAGEMENT].map((port) => ({ to, port }))),
  { to: 'kafka', port: 9092 },
  { to: 'mongodb', port: 27017 },
  { to: 'valkey', port: 6379 },
];

const design: Record<string, string[]> = {
  gateway: ['ingestion', 'tagging', 'analytics', 'valkey'],
  ingestion: ['kafka', 'mongodb', 'valkey'],
  tagging: ['kafka', 'valkey'],
  analytics: ['kafka', 'mongodb', 'valkey'],
};

/**
 * Whether the design lets a part reach another. The gateway is everybody's door, but parts of the release have no use
 * for it; and none has any for the management port of another.
 */
export const allowed = ({ from, to, port }: Omit<Attempt, 'open'>): boolean =>
  port !== MANAGEMENT && (design[from]?.includes(to) ?? false);

const hostOfDoor = async (namespace: string, { to, port }: Door): Promise<string> => {
  if (port !== MANAGEMENT) return hostOf(to);
  return (await podAddress(namespace, `app.kubernetes.io/name=${to}`)).replace(/^\[|\]$/g, '');
};

// A refused packet is dropped or rejected; a connection that is allowed is there at once, on a busy node later.
const PATIENCE_SECONDS = 10;

const byNode = (targets: { host: string; port: number }[]) => `
const net = require('node:net');
const look = ({ host, port }) => new Promise((resolve) => {
  const socket = net.connect({ host, port, timeout: ${PATIENCE_SECONDS * 1000} });
  const end = (open) => { socket.destroy(); resolve(open); };
  socket.on('connect', () => end(true)); socket.on('timeout', () => end(false)); socket.on('error', () => end(false));
});
Promise.all(${JSON.stringify(targets)}.map(look)).then((open) => process.stdout.write(JSON.stringify(open)));`;

// All at once; whichever is open says its number.
const byShell = (targets: { host: string; port: number }[]) => {
  const looks = targets.map(
    ({ host, port }, i) =>
      `(timeout ${PATIENCE_SECONDS} bash -c '</dev/tcp/${host}/${port}' 2>/dev/null; echo ${i} $?) &`,
  );
  return [...looks, 'wait'].join('\n');
};
const openOf = (said: string): boolean[] => {
  const codes = said
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number) as [number, number]);
  return codes.sort(([a], [b]) => a - b).map(([, code]) => code === 0);
};

/** Runs a program in one pod of a service, by its node. @returns what it printed */
export const runIn = async (namespace: string, service: string, program: string, ...args: string[]) => {
  const [pod] = (await podsOf(namespace, service)).filter(({ deletionTimestamp }) => !deletionTimestamp);
  return execIn(namespace, pod!.name, '/nodejs/bin/node', '-e', program, '--', ...args);
};

/** Whether a service can open a connection. */
export const reaches = async (namespace: string, service: string, host: string, port: number) =>
  (JSON.parse(await runIn(namespace, service, byNode([{ host, port }]))) as boolean[])[0]!;

const execIn = async (namespace: string, pod: string, ...command: string[]) =>
  (await runTool('kubectl', ['exec', '-n', namespace, pod, '--', ...command])).out;

const hasNode = (part: string) => !engines.includes(part);

/** Tries every door from one pod of a part, with a connection of its own for each. */
export const tryFrom = async (namespace: string, from: string): Promise<Attempt[]> => {
  const [pod] = (await podsOf(namespace, from)).map(({ name }) => name);
  const wanted = doors.filter(({ to }) => to !== from);
  const targets = await Promise.all(
    wanted.map(async (door) => ({ host: await hostOfDoor(namespace, door), port: door.port })),
  );
  const open = hasNode(from)
    ? (JSON.parse(await execIn(namespace, pod!, '/nodejs/bin/node', '-e', byNode(targets))) as boolean[])
    : openOf(await execIn(namespace, pod!, 'bash', '-c', byShell(targets)));
  if (open.length !== wanted.length) throw new Error(`${from} tried ${open.length} of ${wanted.length}`);
  return wanted.map((gateway, i) => ({ from, ...gateway, open: open[i]! }));
};

/** The same from every part that each release has. */
export const tryAll = async (namespace: string): Promise<Attempt[]> =>
  (await Promise.all([...services, ...engines].map((from) => tryFrom(namespace, from)))).flat();
