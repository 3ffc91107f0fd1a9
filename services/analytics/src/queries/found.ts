import type { AnsweredFrom } from '@skillstream/contracts';

/** What was read for a query, and how fresh it is. */
export type Found<T> = { found: T; answeredFrom: AnsweredFrom };
