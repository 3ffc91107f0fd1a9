import type { PostingRecord } from '@skillstream/contracts';
import type { PostingDocument } from './documents.ts';

/** The job of a posting and whether it counts for it, as callers are told: a retracted one has neither. */
export const jobOf = ({
  retracted,
  job,
  primary,
}: Pick<PostingDocument, 'retracted' | 'job' | 'primary'>): Pick<PostingRecord, 'job' | 'primary'> =>
  retracted
    ? {}
    : { ...(typeof job === 'string' && { job }), ...(typeof primary === 'boolean' && { primary }) };
