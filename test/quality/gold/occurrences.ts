import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * A place in a posting where an ambiguous word stands, and whether somebody who read around it found the skill meant.
 */
const occurrence = z.object({ id: z.string(), skill: z.string(), start: z.int(), meant: z.boolean() });
export type Occurrence = z.infer<typeof occurrence>;

/** Reads the labelled places. */
export const readOccurrences = (): Occurrence[] =>
  readFileSync(join(import.meta.dirname, 'occurrences.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => occurrence.parse(JSON.parse(line)));
