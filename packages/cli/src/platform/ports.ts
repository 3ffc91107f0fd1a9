import { createServer } from 'node:net';
import { CliError } from '../terminal/cli-error.ts';

/** Whether somebody listens on a port of this machine already. */
export const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });

/** @throws CliError naming the lowest port that is taken */
export const requireFreePorts = async (ports: number[]): Promise<void> => {
  for (const port of [...ports].sort((a, b) => a - b))
    if (await isTaken(port))
      throw new CliError(`port ${port} is taken: end what listens there, or choose another with --port`);
};
