import { z } from 'zod';

/**
 * Text of so many characters at most, as JSON Schema counts them: by code points. zod's own `max` counts UTF-16 units,
 * so that it would refuse a text of emoji that its JSON Schema allows.
 */
export const textUpTo = (most: number, least = 0) =>
  (least > 0 ? z.string().min(least) : z.string())
    .meta({ maxLength: most })
    // A code point takes two units at most, so what is far too long is never counted.
    .refine((text) => text.length <= most || (text.length <= 2 * most && [...text].length <= most), {
      message: `Too big: expected string to have <=${most} characters`,
    });
