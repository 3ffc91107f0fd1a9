import { existsSync, statSync } from 'node:fs';
import { expect } from '@jest/globals';

type Ended = { code: number; out: string; err: string };

/** What `skillstream debug` may be asked for, what it prints of it, and what it notes. */
export const debugResults = [
  { words: ['--cpu', '2'], found: /busy \d+\.\d %/, noted: /goes on working/ },
  // What its memory's limit has no room for is refused before it is begun, and the spaces are told all the same.
  {
    words: ['--heap'],
    found: /space of the heap/,
    noted: /stands the process still|no snapshot: .* are left/,
  },
];

/** Expects of a container's process what `debugResults` says, and a file unless that was refused for its memory. */
export const expectTaken = (
  { code, out, err }: Ended,
  file: string,
  { found, noted }: (typeof debugResults)[number],
): void => {
  expect([out, err]).toEqual([expect.stringMatching(found), expect.stringMatching(noted)]);
  if (code !== 0) expect(err).toContain('are left');
  expect(existsSync(file) && statSync(file).size > 1000).toBe(code === 0);
};
