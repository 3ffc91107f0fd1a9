import { postingsReceived, postingsTagged } from '@skillstream/contracts';
import type { DeadLetter } from '../../reconciliation/row/dead-letter-counts.ts';

const isPlaceIn = (text: string, topics: readonly string[]): boolean =>
  /\/\d+\/\d+$/.test(text) && topics.includes(text.replace(/\/\d+\/\d+$/, ''));

/**
 * Whether an earlier release may have read this from a topic of dead letters with keys and tombstones, which it does
 * not know: it takes the key of a letter, where its original is, for a posting, and a tombstone for a record without
 * one. A record that is no letter of ours looks like the latter.
 * @param topic of dead letters
 */
export const isMisread = ({ identity, posting }: DeadLetter, topic: string): boolean =>
  posting
    ? isPlaceIn(posting.postingId, [postingsReceived.name, postingsTagged.name])
    : isPlaceIn(identity, [topic]);
