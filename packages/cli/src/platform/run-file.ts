import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { runFile } from './paths.ts';

const run = z.object({
  startedAt: z.string(),
  provider: z.string(),
  /** `up` is the command itself. */
  pids: z.record(z.string(), z.int()),
  urls: z.object({
    gateway: z.string(),
    kafkaBrokers: z.array(z.string()),
    mongoUrl: z.string(),
    redisUrl: z.string(),
  }),
});
export type Run = z.infer<typeof run>;

const commandLine = (pid: number): string | null => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return null;
  }
};

/** Whether a process exists and, where the system reports it, is node: process ids are reused. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return commandLine(pid)?.includes('src/index.ts') ?? true;
};

/** The `up` that runs now; null when none does, also when one was killed and left its file. */
export const readRunFile = (): Run | null => {
  try {
    const found = run.parse(JSON.parse(readFileSync(runFile, 'utf8')));
    return isAlive(found.pids['up'] ?? 0) ? found : null;
  } catch {
    return null;
  }
};

/** Replaces the file in one step: readers never see half of it. */
export const writeRunFile = (content: Run): void => {
  mkdirSync(dirname(runFile), { recursive: true });
  writeFileSync(`${runFile}.new`, JSON.stringify(content, null, 2));
  renameSync(`${runFile}.new`, runFile);
};

/** Removes the file, if it exists: from now on nothing counts as running. */
export const removeRunFile = (): void => rmSync(runFile, { force: true });
