import type { AnsweredFrom } from '@skillstream/contracts';
import { asOfMs, type Freshness } from '../api/fresh-response.ts';
import { timeOfDay } from '../format/times.ts';

/** Which read model a figure comes from, and what is wrong with its age, if anything. */
export const sourceText = (from: AnsweredFrom, freshness: Freshness): string => {
  const model = from.model === 'views' ? 'from views' : 'from facts';
  if (freshness.staleSeconds !== null) return `${model}, stale: as of ${timeOfDay(asOfMs(freshness))}`;
  return from.caughtUp ? model : `${model}, not caught up`;
};
