import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a Deployment was told to run, and what it had, at one moment. */
type Seen = { name: string; wanted: number; available: number };

const path = '{.metadata.name} {.spec.replicas} {.status.availableReplicas}{"\\n"}';

/** Watches every change of the Deployments of a namespace, until it is stopped. The first lines are how they are. */
export const watchReplicas = async (namespace: string) => {
  const args = ['get', 'deployments', '-n', namespace, '--watch', '-o', `jsonpath=${path}`];
  const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const seen: Seen[] = [];
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('kubectl get --watch ended')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [name = '', wanted, available] = line.split(' ');
      seen.push({ name, wanted: Number(wanted), available: Number(available ?? 0) });
      resolve();
    });
  });
  const of = (name: string) => seen.filter((one) => one.name === name);
  return {
    /** Every number that it was told to run, in order, without repeating. */
    wanted: (name: string): number[] =>
      of(name)
        .map((one) => one.wanted)
        .filter((number, at, all) => number !== all[at - 1]),
    /** The fewest that took traffic. */
    fewestAvailable: (name: string): number => Math.min(...of(name).map(({ available }) => available)),
    stop: () => void child.kill('SIGTERM'),
  };
};
