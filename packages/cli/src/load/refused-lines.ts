import type { ValidationIssue } from '@skillstream/contracts';
import type { Settled } from './send-batch.ts';

const withoutReasons: ValidationIssue[] = [
  { path: '', message: 'was refused; only issues of other lines were reported' },
];

/**
 * The results of lines of which a gateway accepted none (422): the path of an issue begins with the number of its
 * line, from 0. Of very many issues the response has only the first, and how many more there are.
 */
export const refusedLines = (lines: number, faults: readonly ValidationIssue[]): Settled[] => {
  const byLine = new Map<number, ValidationIssue[]>();
  for (const { path, message } of faults) {
    const [, at, rest] = /^(\d{1,9})(?:\.(.*))?$/.exec(path) ?? [];
    if (at === undefined) continue;
    const found = byLine.get(Number(at)) ?? [];
    found.push({ path: rest ?? '', message });
    byLine.set(Number(at), found);
  }
  return Array.from({ length: lines }, (_, i) => ({
    line: i + 1,
    status: 'rejected',
    faults: byLine.get(i) ?? withoutReasons,
  }));
};
