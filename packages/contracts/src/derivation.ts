import { z } from 'zod';

/** Where a value was read: another field of the sender, the title, the description, or a rule for want of words. */
export const derivedFrom = ['field', 'title', 'text', 'default'] as const;
/** Said in so many words; follows from clear words; a rule of thumb. */
export const confidences = ['stated', 'likely', 'guess'] as const;

export const derivation = z.object({
  from: z.enum(derivedFrom),
  confidence: z.enum(confidences),
  start: z
    .int()
    .nonnegative()
    .optional()
    .describe(
      'Where the words begin in the description, in UTF-16 units; absent where no single place says it',
    ),
  end: z.int().nonnegative().optional(),
});
export type Derivation = z.infer<typeof derivation>;

/** How the fields of a posting came about that its sender does not state; the others have no entry. */
export const derivations = z.object({
  location: derivation.optional(),
  workplace: derivation.optional(),
  role: derivation.optional(),
  seniority: derivation.optional(),
  employmentType: derivation.optional(),
  salary: derivation.optional(),
  language: derivation.optional(),
  datePosted: derivation.optional(),
});
export type Derivations = z.infer<typeof derivations>;
