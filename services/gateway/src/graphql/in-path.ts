import { z } from 'zod';

// Longer ones than any id of ours would make an address that an upstream's server refuses.
const MOST_UNITS = 1000;
const DOTS = /^\.{1,2}$/;

/**
 * An id that stands in a path. Dots alone would lead to another path, and half a character cannot be written there.
 */
export const idInPath = z
  .string()
  .min(1)
  .max(MOST_UNITS)
  .refine((id) => id.isWellFormed() && !DOTS.test(id), 'is no id')
  .describe('As other answers name it');
