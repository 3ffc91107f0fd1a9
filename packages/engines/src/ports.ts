import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { appError } from '@skillstream/errors';
import { createPortReservations } from './port-reservations.ts';

export type Ports = { kafka: number; kafkaController: number; mongo: number; redis: number };

/**
 * Below every system's range of ephemeral ports: a client that keeps connecting to a stopped engine's port inside that
 * range can end up connected to itself, and the engine could then not restart.
 */
const lowest = 20_000;
const highest = 32_000;

const reservations = createPortReservations();
process.once('exit', reservations.release);

/**
 * Chooses free ports for the engines of a data folder: the previous ones if they are free, else others. They are
 * stored in the folder.
 */
export async function choosePorts(dataFolder: string, random: () => number = Math.random): Promise<Ports> {
  const file = join(dataFolder, 'ports.json');
  const before = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Partial<Ports>,
    () => ({}) as Partial<Ports>,
  );
  const taken = new Set<number>();
  const pick = async (last: number | undefined) => {
    const port = await freePort(last, taken, random);
    taken.add(port);
    return port;
  };
  const ports: Ports = {
    kafka: await pick(before.kafka),
    kafkaController: await pick(before.kafkaController),
    mongo: await pick(before.mongo),
    redis: await pick(before.redis),
  };
  await writeFile(file, `${JSON.stringify(ports)}\n`);
  return ports;
}

/** Returns a free port of this machine, reserved for this process: `preferred` if it is free, else a random one. */
export async function freePort(
  preferred: number | undefined,
  taken: ReadonlySet<number> = new Set(),
  random: () => number = Math.random,
): Promise<number> {
  const isOurs = async (port: number) => (await isFree(port)) && reservations.take(port);
  if (preferred !== undefined && !taken.has(preferred) && (await isOurs(preferred))) return preferred;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = lowest + Math.floor(random() * (highest - lowest));
    // One that this process has reserved before is another engine's, which may be stopped, or not have begun yet.
    if (!taken.has(port) && !reservations.has(port) && (await isOurs(port))) return port;
  }
  throw appError('unavailable', `No free port found between ${lowest} and ${highest}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)));
  });
}
