import { mongo } from 'mongoose';
import type { PostingDocument } from './documents.ts';

/** A place at the end of the row of what waits to be published; no other wish ever has it. */
export const newMark = (): mongo.ObjectId => new mongo.ObjectId();

/**
 * The mark of a version that is about to wait for the relay. A posting that waits already keeps its place, else one
 * that changes again and again would always be the last.
 * @param present the posting as it stands now, null for a new one
 */
export const markAfter = (
  present: Pick<PostingDocument, 'pendingVersion' | 'pendingMark'> | null,
): mongo.ObjectId => (present?.pendingVersion ? present.pendingMark : null) ?? newMark();
