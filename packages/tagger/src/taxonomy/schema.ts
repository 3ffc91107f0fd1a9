import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const words = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => text === text.trim(), 'must not begin or end with a space');

const condition = { ambiguous: z.string().min(1).optional(), caseSensitive: z.boolean().optional() };

/** An alias is a plain string (unambiguous) or has its own condition. */
const alias = z.union([words, z.strictObject({ text: words, ...condition })]);

/** Source of names and aliases: written by hand, or facts of a package under the MIT licence. */
const provenance = z.enum(['hand', 'stack-analyser', 'linguist']);

/** `ambiguous` and `caseSensitive` of the entry concern the label; each alias has its own. */
const entry = z.strictObject({
  id,
  label: words,
  aliases: z.array(alias).default([]),
  ...condition,
  /** Skills that include this one: who requires it requires a part of them. */
  broader: z.array(id).default([]),
  from: provenance.default('hand'),
});

/** One file of skills, all of one category. */
export const categoryFile = z.strictObject({ skills: z.array(entry).min(1) });

/** `taxonomy.yaml`: the version, and the file of each category. */
export const indexFile = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must look like 2026.11.1'),
  categories: z.array(z.strictObject({ id, label: words, file: z.string().endsWith('.yaml') })).min(1),
});

/** A skill as parsed from a file, with defaults filled in. */
export type Entry = z.infer<typeof entry>;
