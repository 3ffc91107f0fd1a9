/** The source of the made-up postings that `npm start` loads. */
export const SAMPLE_SOURCE = 'sample';
/** What the sample calls its postings: the seed and a number. */
const SAMPLE_ID = /^\d{1,20}-\d{1,20}$/;

/** Whether a posting may have this source: that of the sample is refused to those that are not named as its are. */
export const mayBeOfSource = ({ source, sourceId }: { source: string; sourceId: string }): boolean =>
  source !== SAMPLE_SOURCE || SAMPLE_ID.test(sourceId);

/** Where postings come from, as far as views tell it apart: the made-up sample, or everything else, which is own. */
export const postingOrigins = ['own', 'sample'] as const;
export type PostingOrigin = (typeof postingOrigins)[number];

/** What a query can be about: one of the two, or both together. */
export const origins = [...postingOrigins, 'all'] as const;
export type Origin = (typeof origins)[number];

/** The origin of the postings of a source. */
export const originOf = (source: string): PostingOrigin => (source === SAMPLE_SOURCE ? 'sample' : 'own');

/** The origin of a posting by its id, which ingestion begins with its source and a dot (a source has none). */
export const originOfId = (postingId: string): PostingOrigin =>
  originOf(postingId.slice(0, Math.max(0, postingId.lastIndexOf('.'))));

/** The origins that a query is about. */
export const originsIn = (origin: Origin): readonly PostingOrigin[] =>
  origin === 'all' ? postingOrigins : [origin];
