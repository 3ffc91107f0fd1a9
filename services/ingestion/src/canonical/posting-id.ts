import { hash } from 'node:crypto';

const DIGEST_LENGTH = 20;

/**
 * The posting's identity: `<source>.<20 characters of base64url(sha256(source NUL sourceId))>`, so that a posting sent
 * again maps to the same record, and ids of any source are safe in keys and URLs.
 */
export const postingIdOf = (source: string, sourceId: string): string => {
  const digest = hash('sha256', `${source}\0${sourceId}`, 'base64url');
  return `${source}.${digest.slice(0, DIGEST_LENGTH)}`;
};
