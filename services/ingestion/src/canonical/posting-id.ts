import { createHash } from 'node:crypto';

const DIGEST_LENGTH = 20;

/**
 * The posting's identity: `<source>.<20 characters of base64url(sha256(source NUL sourceId))>`, so that a
 * re-sent posting meets its own record, and any source's ids are safe in keys and URLs.
 */
export const postingIdOf = (source: string, sourceId: string): string => {
  const digest = createHash('sha256').update(`${source}\0${sourceId}`).digest('base64url');
  return `${source}.${digest.slice(0, DIGEST_LENGTH)}`;
};
