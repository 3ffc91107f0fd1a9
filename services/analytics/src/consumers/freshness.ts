import { eventHeaders } from '@skillstream/contracts';
import { spanOfRecord } from '@skillstream/messaging';
import { runIn } from '@skillstream/telemetry';
import type { Change } from '../contribution/read-batch.ts';

/**
 * Calls back with how long after its acceptance each version was counted, in seconds, within the version's own trace
 * where it has one. A version that was published once more, to be tagged anew, says nothing of it, and neither do
 * events of releases that did not write when it was accepted.
 * @param nowMs milliseconds since 1970
 */
export const tellFreshness = (
  changes: readonly Pick<Change, 'record'>[],
  nowMs: number,
  tell: (seconds: number) => void,
): void => {
  for (const { record } of changes) {
    const acceptedMs = Date.parse(record.headers[eventHeaders.acceptedTime] ?? '');
    if (!Number.isFinite(acceptedMs)) continue;
    const seconds = Math.max(0, nowMs - acceptedMs) / 1000;
    const span = spanOfRecord(record);
    if (span === null) tell(seconds);
    else runIn(span.context, () => tell(seconds));
  }
};
