import type { Label } from './labels.ts';

/**
 * How often the second reading says as the first whether two postings are of one job, and Cohen's kappa: the
 * agreement beyond the one that chance gives, as a share of what chance leaves (Cohen, 1960).
 */
export const agreementOf = (labels: readonly Label[]): { pairs: number; alike: number; kappa: number } => {
  const read = labels.filter(
    ({ first, second }) => second !== undefined && first !== 'unsure' && second !== 'unsure',
  );
  const linked = (which: 'first' | 'second') =>
    read.filter((label) => label[which] !== 'none').length / read.length;
  const alike = read.filter(({ first, second }) => (first === 'none') === (second === 'none')).length;
  const [first, second] = [linked('first'), linked('second')];
  const chance = first * second + (1 - first) * (1 - second);
  return { pairs: read.length, alike, kappa: (alike / read.length - chance) / (1 - chance) };
};
