import type { RateClass } from '@skillstream/contracts';
import type { Spend } from './slices.ts';

type Limit = { quota: number; windowSeconds: number; spend: Spend };
/** A class without a limit is not counted. */
export type Limits = Partial<Record<RateClass, Limit>>;
