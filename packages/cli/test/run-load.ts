import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const cli = join(import.meta.dirname, '../src/index.ts');

/** Starts the command against a gateway. */
export const startCommand = (args: string[], gateway: string) =>
  spawn(process.execPath, [cli, ...args], { env: { ...process.env, SKILLSTREAM_GATEWAY: gateway } });

/** Runs it to its end. */
export const runCommand = async (args: string[], gateway: string, input?: Readable) => {
  const child = startCommand(args, gateway);
  if (input) input.pipe(child.stdin);
  const [out, err, [code]] = await Promise.all([
    child.stdout.toArray(),
    child.stderr.toArray(),
    once(child, 'exit'),
  ]);
  return { code: code as number, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
};

/** Loads a file of this content, which is put into a folder, as are the reports. */
export const loadContent = (folder: string, gateway: string, content: string | Buffer, options: string[]) => {
  const file = join(folder, 'postings.ndjson');
  writeFileSync(file, content);
  return runCommand(['load', file, '--reports', folder, '--no-wait', ...options], gateway);
};

/** The lines that were rejected, with their first reasons, in the order of the file. */
export const reportedIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('load-'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { line: number; faults: { message: string }[] })
    .sort((a, b) => a.line - b.line)
    .map(({ line, faults }) => [line, faults[0]!.message]);
