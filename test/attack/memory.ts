import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Finding } from './finding.ts';

const charts = join(import.meta.dirname, '../../charts');
const MEBIBYTE = 2 ** 20;

/** The memory that a pod of a service may have, in bytes: the limit in the values of its chart. */
export const memoryLimit = (service: string): number => {
  const values = parse(readFileSync(join(charts, service, 'values.yaml'), 'utf8')) as {
    resources: { limits: { memory: string } };
  };
  const { memory } = values.resources.limits;
  const mebibytes = /^(\d+)Mi$/.exec(memory)?.[1];
  if (mebibytes === undefined) throw new Error(`charts/${service}: a limit of ${memory} is none in Mi`);
  return Number(mebibytes) * MEBIBYTE;
};

/**
 * The options by which Node takes as much heap as it does by itself in a pod with this limit, as V8 reckons it: half
 * of the limit, 256 MiB at least, and a 256th of that for what is new (measured with Node 24 in pods of 384 and 512
 * MiB: 259 MiB in all). Without, it would take what the machine has, and collect nothing for long.
 */
export const heapOptions = (limitBytes: number): string => {
  const old = Math.max(256, Math.floor(limitBytes / 2 / MEBIBYTE));
  return `--max-old-space-size=${old} --max-semi-space-size=${Math.floor(old / 256)}`;
};

/** The most memory that a process ever had, in bytes; null when it is gone, or the system does not tell. */
export const peakBytes = (pid: number): number | null => {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) * 1024 : null;
  } catch {
    return null;
  }
};

/** A finding where a service had more memory than its pod may have. */
export const checkMemory = (service: string, peak: number | null, limit: number): Finding[] =>
  peak !== null && peak > limit
    ? [
        {
          kind: 'memory',
          about: service,
          detail: `${Math.round(peak / MEBIBYTE)} MiB of the ${limit / MEBIBYTE} that its chart allows`,
          numbers: [],
        },
      ]
    : [];
