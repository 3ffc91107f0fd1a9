import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { appError } from '@skillstream/errors';

const execute = promisify(execFile);
const advice =
  'Install a JDK 17 or newer and Maven, or start Docker, or set KAFKA_BROKERS, MONGO_URL and REDIS_URL.';

/** Runs a command to its end and returns its standard output and error combined. */
export async function run(command: string, args: string[], cwd?: string): Promise<string> {
  const { stdout, stderr } = await execute(command, args, { cwd, maxBuffer: 64 << 20 });
  return stdout + stderr;
}

/** Returns the path of a JDK tool: under JAVA_HOME if that is set, else its name, for PATH. */
export function javaTool(name: 'java' | 'javac' | 'jar', env: NodeJS.ProcessEnv): string {
  const home = env['JAVA_HOME'];
  return home ? join(home, 'bin', name) : name;
}

/** Parses the major version from the output of `java -version`, for example 17; NaN when there is none. */
export function javaMajor(printed: string): number {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  return Number(first === '1' ? second : first);
}

/** Checks the JDK. @throws `misconfigured` unless its `java` is 17 or newer */
export async function requireJava(env: NodeJS.ProcessEnv): Promise<void> {
  const java = javaTool('java', env);
  const printed = await run(java, ['-version']).catch((cause: unknown) => {
    throw appError('misconfigured', `${java} does not run. ${advice}`, { cause });
  });
  if (!(javaMajor(printed) >= 17)) {
    throw appError('misconfigured', `${java} is older than 17: ${printed.split('\n')[0]}. ${advice}`);
  }
}

/**
 * Runs Maven, passing each line of its output to `onLine`.
 * @throws `misconfigured` when it is not installed, `unavailable` with its last lines when it fails
 */
export function runMaven(args: string[], cwd: string, onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('mvn', args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    for (const input of [child.stdout, child.stderr])
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        onLine(line);
      });
    child.on('error', (cause) => reject(appError('misconfigured', `mvn does not run. ${advice}`, { cause })));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const last = lines.filter((line) => line.startsWith('[ERROR]')).slice(0, 6);
      reject(appError('unavailable', `Maven could not fetch the engines' jars:\n${last.join('\n')}`));
    });
  });
}
