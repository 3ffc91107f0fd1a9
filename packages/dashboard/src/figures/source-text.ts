import type { AnsweredFrom } from '@skillstream/contracts';
import type { Freshness } from '../api/fresh-response.ts';
import { count } from '../format/numbers.ts';

/** Which read model a figure comes from, and what is wrong with its age, if anything. */
export const sourceText = (from: AnsweredFrom, { staleSeconds }: Freshness): string => {
  const model = from.model === 'views' ? 'from views' : 'from facts';
  if (staleSeconds !== null) return `${model}, stale: ${count(staleSeconds)} s old`;
  return from.caughtUp ? model : `${model}, not caught up`;
};
