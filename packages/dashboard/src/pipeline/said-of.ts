import type { Trouble } from './troubles-of.ts';

/**
 * What is wrong, for a screen reader: the same text as long as the same is wrong, whatever its figures and its order,
 * so that it is read out once and not each second.
 */
export const saidOf = (troubles: readonly Trouble[]): string =>
  troubles
    .map(({ where, what, brief = what }) => `${where} ${brief}.`)
    .sort()
    .join(' ');
