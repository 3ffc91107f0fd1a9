import type { Finding } from './finding.ts';
import { MARK } from './generate.ts';

const AROUND = 120;
// Seed, then number. In a name of GraphQL hyphens have become underscores.
const marked = new RegExp(`${MARK}[-_]\\d+[-_](\\d+)`);

const messageIn = (line: string): string => {
  try {
    return String((JSON.parse(line) as { msg?: unknown }).msg);
  } catch {
    return 'no line of JSON';
  }
};

/** A finding for each line of a log that carries text of a body or of a variable. */
export const checkLog = (service: string, log: string): Finding[] =>
  log
    .split('\n')
    .filter((line) => line.includes(MARK))
    .map((line) => {
      const at = line.indexOf(MARK);
      return {
        kind: 'text in a log',
        about: `${service}, "${messageIn(line)}"`,
        detail: line.slice(Math.max(0, at - AROUND), at + AROUND),
        numbers: [Number(marked.exec(line)?.[1] ?? 0)],
      };
    });
