import { hash } from 'node:crypto';

const DIGEST_LENGTH = 20;

/**
 * The posting's identity: `<source>.<20 characters of base64url(sha256(source NUL sourceId))>`, so that a
 * re-sent posting meets its own record, and any source's ids are safe in keys and URLs.
 */
export const postingIdOf = (source: string, sourceId: string): string => {
  const digest = hash('sha256', `${source}\0${sourceId}`, 'base64url');
  return `${source}.${digest.slice(0, DIGEST_LENGTH)}`;
};
