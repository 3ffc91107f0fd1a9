import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '@skillstream/tagger/evaluation';
import { z } from 'zod';

/** What somebody who read the posting found in it; the words of the posting itself stay where they are. */
const label = z.object({
  id: z.string(),
  skills: z.array(z.string()),
  /** Words that name a technology elsewhere, and none here. */
  traps: z.array(z.string()),
  salary: z.object({ min: z.number(), max: z.number(), currency: z.string(), period: z.string() }).nullable(),
  remote: z.string(),
  seniority: z.string(),
  categories: z.array(z.string()),
});
export type Label = z.infer<typeof label>;
/** Rules and weights may be tuned on one half; figures are reported on the other. */
export type Half = 'tuning' | 'held-out';

const reading = label.pick({ id: true, skills: true, traps: true });

const readLabels = <S extends z.ZodType>(file: string, schema: S): z.infer<S>[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));

const tuningFiles = readdirSync(join(import.meta.dirname, 'tuning')).sort();

/** Reads the labels of one half: the held-out one is a file, the tuning one several, a thousand postings each. */
export const readGold = (half: Half): Label[] =>
  half === 'held-out'
    ? readLabels('held-out.jsonl', label)
    : tuningFiles.flatMap((file) => readLabels(join('tuning', file), label));

/** The held-out half once more, by readers who did not know of the first: how well do people agree? */
export const readSecondReading = (): Reading[] => readLabels('second-reading.jsonl', reading);
