import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-whole.ts';

const stateSchema = z.object({
  /** Of what all this is known: the list, and the gateway that has its postings. Of another one nothing is. */
  of: z.string().default(''),
  /** What the board said about its list, when all of it was read and sent. */
  validators: z.object({ etag: z.string().optional(), lastModified: z.string().optional() }).default({}),
  /** The ids of the jobs in the last complete list. */
  postings: z.array(z.string()).default([]),
  lastRun: z
    .object({
      at: z.iso.datetime(),
      state: z.enum(['complete', 'partial', 'unchanged']),
      reason: z.string().nullable(),
      listed: z.number(),
      accepted: z.number(),
      unchanged: z.number(),
      rejected: z.number(),
      gone: z.number(),
    })
    .nullable()
    .default(null),
});

/** What is known of a source from its runs. */
export type SourceState = z.infer<typeof stateSchema>;
export type SourceRun = NonNullable<SourceState['lastRun']>;

const fileOf = (folder: string, name: string): string => join(folder, `${name}.json`);

/** The state of a source that has not run. */
export const newState = (of = ''): SourceState => stateSchema.parse({ of });

/** The state of a source; that of one that has not run where nothing can be read, so it is read in full. */
export const readState = (folder: string, name: string): SourceState => {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(fileOf(folder, name), 'utf8')));
  } catch {
    return newState();
  }
};

/** Stores the state of a source, whole or not at all. */
export const writeState = (folder: string, name: string, state: SourceState): void => {
  mkdirSync(folder, { recursive: true });
  const file = fileOf(folder, name);
  writeWhole(file, `${JSON.stringify(state, null, 2)}\n`);
};
