import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A way to the API server for as long as a test file runs; it outlives every pod. */
export const startProxy = async () => {
  const child = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('kubectl proxy ended')));
    createInterface({ input: child.stdout }).once('line', (line) => resolve(/:(\d+)/.exec(line)![1]!));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill('SIGTERM') };
};
