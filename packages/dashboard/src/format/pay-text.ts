import type { Salary } from '@skillstream/contracts';
import { eachPeriod } from '@skillstream/contracts/posting-values';
import { moneyIn } from './money.ts';

/**
 * A pay as it is stored, in its own currency and period, like €70,000–€90,000 a year (EUR).
 * @returns null where neither end is known
 */
export const payText = ({ min, max, currency, period }: Salary): string | null => {
  const money = moneyIn(currency);
  const [low, high] = [min ?? max, max ?? min];
  if (low === null || high === null) return null;
  const range = low === high ? money(low) : `${money(low)}–${money(high)}`;
  const open = min === null ? 'up to ' : max === null ? 'from ' : '';
  return `${open}${range} ${eachPeriod(period)} (${currency})`;
};
