import { foldedUnits } from '../matching/fold.ts';

/** The name of a feature's kind or value, with its hash: there are few, so each is hashed once. */
export type Name = { text: string; hash: number };

/** Initial value of a hash: FNV-1a, 32 bits, over folded units. */
export const OFFSET = 0x811c9dc5;
/** The prime of FNV-1a. */
export const PRIME = 0x01000193;

const cache = new Map<string, Name>();

/** Returns the interned name with this text. */
export const nameOf = (text: string): Name => {
  let name = cache.get(text);
  if (name === undefined) {
    let hash = OFFSET;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ foldedUnits[text.charCodeAt(i)]!, PRIME);
    cache.set(text, (name = { text, hash }));
  }
  return name;
};
