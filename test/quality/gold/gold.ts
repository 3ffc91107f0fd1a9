import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What somebody who read the posting found in it; the words of the posting itself stay where they are. */
const label = z.object({
  id: z.string(),
  /** Rules and weights may be tuned on one half; figures are reported on the other. */
  half: z.enum(['tuning', 'held-out']),
  skills: z.array(z.string()),
  /** Words that name a technology elsewhere, and none here. */
  traps: z.array(z.string()),
  salary: z.object({ min: z.number(), max: z.number(), currency: z.string(), period: z.string() }).nullable(),
  remote: z.string(),
  seniority: z.string(),
  categories: z.array(z.string()),
});
export type Label = z.infer<typeof label>;
export type Half = Label['half'];

/** Reads the labels of one half. */
export const readGold = (half: Half): Label[] =>
  readFileSync(join(import.meta.dirname, 'labels.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => label.parse(JSON.parse(line)))
    .filter((one) => one.half === half);
