import { sourceName } from '@skillstream/contracts';
import { z } from 'zod';

/** The longest that text can be kept other than for good: a hundred years. */
export const MOST_MONTHS = 1200;

const PAIR = /^([^=]+)=(0|[1-9]\d{0,3})$/;

/**
 * Months by source as text, like `greenhouse=12,sample=0`; 0 keeps a source's text for good.
 * @returns an object by source; refuses what is no such list, a source that is named twice, and more than 1,200 months
 */
export const monthsBySource = z.string().transform((text, context): Record<string, number> => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const found = new Map<string, number>();
  for (const pair of text.split(',').map((each) => each.trim())) {
    if (pair === '') continue;
    const [, source = '', months = ''] = PAIR.exec(pair) ?? [];
    if (!sourceName.safeParse(source).success) return refuse(`like greenhouse=12,sample=0, and not ${pair}`);
    if (Number(months) > MOST_MONTHS) return refuse(`${source}: at most ${MOST_MONTHS} months`);
    if (found.has(source)) return refuse(`${source} is named twice`);
    found.set(source, Number(months));
  }
  return Object.fromEntries(found);
});
