import type { CountUnit } from '@skillstream/contracts';
import { fewText } from '../figures/few-text.ts';

export type Group = { name: string; population: number };

/**
 * What is to be known of two groups before their shares are compared; null where there is nothing.
 * @param isSame whether both are the same group
 */
export const groupWarning = (
  a: Group,
  b: Group,
  isSame: boolean,
  unit: CountUnit = 'postings',
): string | null => {
  if (isSame) return ['A and B are the same group.', fewText(a.population, unit)].filter(Boolean).join(' ');
  const sides = [
    { side: 'A', ...a },
    { side: 'B', ...b },
  ];
  const empty = sides.filter(({ population }) => population === 0);
  const least = Math.min(...sides.map(({ population }) => population).filter((one) => one > 0));
  const parts = [
    ...empty.map(({ side, name }) => `${side} (${name}) has no ${unit}, so there is no difference.`),
    fewText(Number.isFinite(least) ? least : undefined, unit),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : null;
};
