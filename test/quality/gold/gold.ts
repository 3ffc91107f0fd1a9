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

/** What one reader found in a posting. */
const reading = label.pick({ id: true, skills: true, traps: true });
export type Reading = z.infer<typeof reading>;

const readLabels = <S extends z.ZodType>(file: string, schema: S): z.infer<S>[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));

/** Reads the labels of one half. */
export const readGold = (half: Half): Label[] =>
  readLabels('labels.jsonl', label).filter((one) => one.half === half);

/** The held-out half once more, by readers who did not know of the first: how well do people agree? */
export const readSecondReading = (): Reading[] => readLabels('second-reading.jsonl', reading);
