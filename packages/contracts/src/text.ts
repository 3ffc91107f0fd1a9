import { z } from 'zod';

/**
 * Text with a maximal length in code points, as JSON Schema counts. zod's own `max` counts UTF-16 units, and would
 * refuse a text of emoji that its JSON Schema allows.
 */
export const textUpTo = (most: number, least = 0) =>
  (least > 0 ? z.string().min(least) : z.string())
    .meta({ maxLength: most })
    // A code point takes at most two units, so a text that is far too long is refused without counting.
    .refine((text) => text.length <= most || (text.length <= 2 * most && [...text].length <= most), {
      message: `Too big: expected string to have <=${most} characters`,
    });
