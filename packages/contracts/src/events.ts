import { z } from 'zod';
import { canonicalPosting } from './posting.ts';
import { charactersLeftOut, tag, tagsLeftOut } from './tag.ts';

/**
 * The value of `posting.tagged`: what analytics needs of a posting, and its tags; never words of its text. Releases
 * before 0.2.0 wrote the title, and in each tag the words; since then the title is empty, and a tag has the label of
 * its skill there.
 */
export const taggedPosting = canonicalPosting
  .omit({ description: true, sourceId: true, url: true, contentHash: true, closedAt: true, derived: true })
  .extend({
    taxonomyVersion: z.string().min(1),
    /** Since 0.2.0; events before were tagged by rules alone. */
    modelVersion: z.string().min(1).optional(),
    tags: z.array(tag),
    /** Since 0.2.0; absent where every tag is listed. */
    leftOut: tagsLeftOut.optional(),
    charactersLeftOut,
  });
export type TaggedPosting = z.infer<typeof taggedPosting>;

/** Attributes that every event carries in its headers, so that a tombstone, which has no value, has them too. */
export const postingAttributes = z.object({
  postingId: z.string().min(1),
  source: z.string().min(1),
  version: z.int().positive(),
});
export type PostingAttributes = z.infer<typeof postingAttributes>;

export const postingReceived = z.object({ type: z.literal('posting.received'), data: canonicalPosting });
export const postingTagged = z.object({ type: z.literal('posting.tagged'), data: taggedPosting });
/** A tombstone: the record's value is null and these attributes are in its headers. */
export const postingRetracted = z.object({ type: z.literal('posting.retracted'), data: postingAttributes });

export const receivedTopicEvent = z.discriminatedUnion('type', [postingReceived, postingRetracted]);
export const taggedTopicEvent = z.discriminatedUnion('type', [postingTagged, postingRetracted]);

export type PostingReceived = z.infer<typeof postingReceived>;
export type PostingTagged = z.infer<typeof postingTagged>;
export type PostingRetracted = z.infer<typeof postingRetracted>;
export type ReceivedTopicEvent = z.infer<typeof receivedTopicEvent>;
export type TaggedTopicEvent = z.infer<typeof taggedTopicEvent>;
