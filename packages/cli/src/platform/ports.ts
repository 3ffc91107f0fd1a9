import { createServer } from 'node:net';
import { CliError } from '../terminal/cli-error.ts';

/** Whether a port of this machine is already in use. */
export const isPortInUse = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });

/** Checks that ports are free. @throws CliError naming the lowest port that is in use */
export const requireFreePorts = async (ports: number[]): Promise<void> => {
  for (const port of [...ports].sort((a, b) => a - b))
    if (await isPortInUse(port))
      throw new CliError(`port ${port} is taken: end what listens there, or choose another with --port`);
};
