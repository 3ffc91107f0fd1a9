import type { Ledger, PlatformStatus } from '@skillstream/contracts';
import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { residentBytes } from '../platform/memory.ts';
import { readRunFile } from '../platform/run-file.ts';
import { CliError } from '../terminal/cli-error.ts';
import { print, readArgs, type Command } from '../terminal/command.ts';
import { count, megabytes } from '../terminal/numbers.ts';
import { ledgerTable, table } from '../terminal/tables.ts';

const usage = `skillstream status [--json] [--gateway URL] [--token TOKEN]

Health of the services, lag of every consumer by partition, the ledger, and the memory of the processes here.

${gatewayUsage}`;

const options = { ...gatewayOptions, json: { type: 'boolean', default: false } } as const;

/** One service's state in words. */
export const stateOf = (part: PlatformStatus['services'][string]): string => {
  if ('unreachable' in part) return `away: ${part.unreachable}`;
  if (part.ready) return 'ready';
  const open = Object.entries(part.checks).filter(([, check]) => !check.ok);
  return `waits for ${open.map(([name, { detail }]) => (detail ? `${name} (${detail})` : name)).join(', ')}`;
};

const lags = ({ partitions, lag }: PlatformStatus['consumers'][number]): string =>
  lag === 0
    ? '–'
    : partitions
        .filter((p) => p.lag > 0)
        .map((p) => `${p.partition}: ${count(p.lag)}`)
        .join('  ');

const memory = (): Record<string, number> =>
  Object.fromEntries(
    Object.entries(readRunFile()?.pids ?? {})
      .map(([name, pid]) => [name, residentBytes(pid)] as const)
      .filter((entry): entry is [string, number] => entry[1] !== null),
  );

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const at = gatewayAccess(values);
  const status = await askGateway(at, (gateway) => gateway.GET('/v1/status'));
  const found: Ledger | string = await askGateway(at, (gateway) => gateway.GET('/v1/ledger')).catch(
    (error: unknown) => {
      if (error instanceof CliError) return error.message;
      throw error;
    },
  );
  const memoryBytes = memory();
  if (values.json) {
    print(JSON.stringify({ ...status, ledger: typeof found === 'string' ? null : found, memoryBytes }));
    return 0;
  }
  const services = Object.entries(status.services).map(([name, part]) => [name, stateOf(part)]);
  print(table(['service', 'state'], services));
  const consumers = status.consumers.map((c) => [
    c.group,
    c.topic,
    count(c.lag),
    c.caughtUp ? 'yes' : 'no',
    `${c.partitions.length}`,
    lags(c),
  ]);
  const head = ['group', 'topic', 'lag', 'caught up', 'partitions', 'lag by partition'];
  print(table(head, consumers, [2, 4]));
  print(typeof found === 'string' ? `no ledger: ${found}` : ledgerTable(found));
  const sizes = Object.entries(memoryBytes).map(([name, bytes]) => [name, megabytes(bytes)]);
  if (sizes.length > 0) print(table(['process', 'memory'], sizes, [1]));
  return 0;
};

export const status: Command = { summary: 'health, lag and the ledger', usage, run };
