import { eventHeaders } from '@skillstream/contracts';
import type { Change } from '../contribution/read-batch.ts';

/**
 * How long after its acceptance each version was counted, in seconds. A version that was published once more, to be
 * tagged anew, says nothing of it, and neither do events of releases that did not write when it was accepted.
 * @param nowMs milliseconds since 1970
 */
export const freshnessOf = (changes: readonly Pick<Change, 'record'>[], nowMs: number): number[] =>
  changes
    .map(({ record }) => Date.parse(record.headers[eventHeaders.acceptedTime] ?? ''))
    .filter((acceptedMs) => Number.isFinite(acceptedMs))
    .map((acceptedMs) => Math.max(0, nowMs - acceptedMs) / 1000);
