import type { PostingDocument } from './documents.ts';

/** Where the record of a version is in the log; an offset is null where the broker did not say. */
export type Published = { partition: number | null; offset: number | null; at: Date; by: string };

/**
 * What a posting's journey needs of a version, beside the version itself. The previous release neither writes it nor
 * takes it away when it writes a newer version: it holds only for the version that it names.
 */
export type StoredTrail = {
  version: number;
  /** The replica that accepted the version. */
  acceptedBy?: string;
  /** When it was last marked to be published again. */
  requeuedAt?: Date;
  /** When linking made the version, to say which posting of a job counts. */
  linkedAt?: Date;
  published?: Published;
};

type Trailed = Pick<PostingDocument, 'version' | 'trail'>;

/** The trail of a posting's present version; without anything that is of another version. */
export const trailOf = ({ version, trail }: Trailed): StoredTrail =>
  trail?.version === version ? trail : { version };
