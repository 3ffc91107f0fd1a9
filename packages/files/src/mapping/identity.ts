import { createHash } from 'node:crypto';

/** What the id of a posting is made of: its own, its address, or a hash of what it says. */
export type IdentityBasis = 'id' | 'url' | 'content';

const MOST_ID_CHARS = 200;
const HASH_CHARS = 32;
const hashOf = (...parts: (string | undefined)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex')
    .slice(0, HASH_CHARS);

/**
 * The id of a posting at its source. Without one the address is it, hashed where it cannot be an id; without
 * both, a hash of title, organization, place and description: a posting whose text changes is another one then.
 */
export const identityOf = (posting: {
  id: string | undefined;
  url: string | undefined;
  title: string | undefined;
  organization: string | undefined;
  location: string | undefined;
  description: string | undefined;
}): { sourceId: string; basis: IdentityBasis } => {
  const { id, url, title, organization, location, description } = posting;
  if (id !== undefined) return { sourceId: id, basis: 'id' };
  // An address may be too long for an id, or hold an e-mail address, which no id may.
  const fits = url !== undefined && url.length <= MOST_ID_CHARS && !/@|%40/i.test(url);
  if (url !== undefined) return { sourceId: fits ? url : hashOf(url), basis: 'url' };
  return { sourceId: hashOf(title, organization, location, description), basis: 'content' };
};
