import { z } from 'zod';

// A longer id than any of ours would make a URL that an upstream's server rejects.
const MOST_UNITS = 1000;
const DOTS = /^\.{1,2}$/;

/**
 * An id in a path. Dots alone would lead to another path, and an unpaired surrogate cannot be encoded there.
 */
export const idInPath = z
  .string()
  .min(1)
  .max(MOST_UNITS)
  .refine((id) => id.isWellFormed() && !DOTS.test(id), 'is no id')
  .describe('As other responses name it');
