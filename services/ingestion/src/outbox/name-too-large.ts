import { appError, SkillstreamError } from '@skillstream/errors';
import type { PendingPosting } from '../store/pending.ts';

/** The bytes of a posting as it is stored; 0 where only its retraction is left. */
export const bytesOf = ({ posting }: Pick<PendingPosting, 'posting'>): number => posting?.length ?? 0;

/**
 * Names the posting that a topic does not take. Kafka does not say which record of a page it refuses, and until it is
 * mended nothing behind it is published: it is the largest one.
 * @returns any other error as it is
 */
export const nameTooLarge = (error: unknown, page: readonly PendingPosting[], topic: string): unknown => {
  if (!(error instanceof SkillstreamError) || error.code !== 'too-large') return error;
  const largest = page.reduce((one, other) => (bytesOf(other) > bytesOf(one) ? other : one));
  const { _id: id, pendingVersion: version } = largest;
  return appError(
    'internal',
    `${topic} does not take posting ${id}, version ${version}, which has ${bytesOf(largest)} bytes`,
    { cause: error },
  );
};
