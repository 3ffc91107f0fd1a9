import { taggedTopicEvent } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { decodeEvent, type LogRecord } from '@skillstream/messaging';
import { contributionOf, type Contribution } from './contribution.ts';

export type Change = { postingId: string; offset: number; contribution: Contribution; record: LogRecord };
export type Poison = { record: LogRecord; error: unknown };

// Fields like @position are stored in `state` beside the contributions of postings.
const checkId = (postingId: string) => {
  if (postingId.startsWith('@'))
    throw appError('undecodable', `data.postingId: no posting is called ${postingId}`);
};

/** Decodes a batch into contributions; each record that cannot be decoded is poison, for both projections alike. */
export const readBatch = (records: LogRecord[]): { changes: Change[]; poison: Poison[] } => {
  const changes: Change[] = [];
  const poison: Poison[] = [];
  for (const record of records) {
    try {
      const event = decodeEvent(taggedTopicEvent, record);
      const contribution = contributionOf(event);
      checkId(event.data.postingId);
      changes.push({ postingId: event.data.postingId, offset: record.offset, contribution, record });
    } catch (error) {
      poison.push({ record, error });
    }
  }
  return { changes, poison };
};
