import { join } from 'node:path';
import { MOST_PROFILE_SECONDS } from '@skillstream/contracts';
import { serviceNames, type ServiceName } from '../platform/service-specs.ts';
import { profileFolder } from '../platform/paths.ts';
import { usageError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';
import { readArgs, wholeNumber } from '../terminal/command.ts';

const options = {
  cpu: { type: 'string' },
  heap: { type: 'boolean', default: false },
  address: { type: 'string' },
  compose: { type: 'boolean', default: false },
  replica: { type: 'string' },
  output: { type: 'string', short: 'o' },
  token: { type: 'string' },
} as const;

export type DebugRequest = {
  service: ServiceName;
  /** Seconds of a CPU profile; null: a heap snapshot. */
  cpuSeconds: number | null;
  /** Of a process on this machine, where it is not one of `up`. */
  address: URL | undefined;
  compose: boolean;
  replica: string | undefined;
  file: string;
  token: string | undefined;
};

const isService = (name: string): name is ServiceName => (serviceNames as readonly string[]).includes(name);

const addressOf = (text: string | undefined): URL | undefined => {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url?.protocol === 'http:' && url.port !== '') return url;
  throw usageError(`--address takes http://HOST:PORT, not "${printable(text, 60)}"`);
};

/** 2026-11-28T07:15:02.123Z as 20261128T071502: it sorts by time, and any file system takes it. */
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+Z$/g, '');

/**
 * The arguments of `debug`, also after `cluster`.
 * @throws CliError with exit code 2
 */
export const debugRequest = (args: string[], now = new Date()): DebugRequest => {
  const { values, positionals } = readArgs(args, options, { min: 1, max: 1, names: ['SERVICE'] });
  const [service] = positionals as [string];
  if (!isService(service)) throw usageError(`SERVICE is one of ${serviceNames.join(', ')}, not "${service}"`);
  const { cpu, heap } = values;
  if ((cpu === undefined) === !heap) throw usageError('either --cpu SECONDS or --heap');
  const cpuSeconds =
    cpu === undefined ? null : wholeNumber('cpu', cpu.replace(/s$/, ''), 1, MOST_PROFILE_SECONDS);
  const name = `${service}-${stamp(now)}.${cpu === undefined ? 'heapsnapshot' : 'cpuprofile'}`;
  const { compose, replica, output: file = join(profileFolder, name), token } = values;
  if (compose && values.address !== undefined) throw usageError('either --compose or --address');
  return { service, cpuSeconds, address: addressOf(values.address), compose, replica, file, token };
};
