import { amount } from '../format/amount.ts';
import { NO_DATA } from '../format/no-data.ts';

/** Something each second, like 12.3 / s. */
export const perSecond = (value: number | null | undefined): string =>
  value === null || value === undefined ? NO_DATA : `${amount(value)} / s`;
