import { hash } from 'node:crypto';
import { indexKeysOf, type Signature } from '@skillstream/linking';
import type { FoundSignature, SignatureDocument } from '../store/documents.ts';
import { leaving, ownJob } from '../store/signature-store.ts';

type Stored = NonNullable<SignatureDocument['signature']>;
const BYTES = 4;
/** 66 bits of a word: enough that no two words of a title are taken for one. */
const CHARACTERS = 11;

// Words are only ever compared for being the same, so their hashes do; and the words are gone with the text.
const hidden = (word: string): string => hash('sha256', word, 'base64url').slice(0, CHARACTERS);
const hiddenPlace = (place: string): string => (place === '' ? '' : place.split(' ').map(hidden).join(' '));

/** That of a posting which is not retracted, nor erased. */
export type SignedDocument = FoundSignature & { signature: Stored; job: string };

/** Whether there is something to compare. */
export const isSigned = (found: FoundSignature | null): found is SignedDocument =>
  found !== null && found.signature !== null && found.job !== null;

/** A signature as it is stored: its words as hashes, its MinHash, 128 numbers of 32 bits, as 512 bytes. */
export const packSignature = ({ minHash, title, roles, place, ...rest }: Signature): Stored => {
  const bytes = Buffer.alloc(minHash.length * BYTES);
  for (const [at, number] of minHash.entries()) bytes.writeUInt32LE(number, at * BYTES);
  return {
    ...rest,
    title: { ...title, job: title.job.map(hidden), unspoken: title.unspoken.map(hidden) },
    ...{ roles: roles.map(hidden), place: hiddenPlace(place), minHash: bytes },
  };
};

/** A stored signature as it is compared, with another stored one. */
export const unpackSignature = ({ minHash, ...rest }: Stored): Signature => ({
  ...rest,
  minHash: Array.from({ length: minHash.length / BYTES }, (_, at) => minHash.readUInt32LE(at * BYTES)),
});

/** What a posting becomes that leaves its job: of a job of its own, and found again, also where the job was full. */
export const onItsOwn = (own: SignedDocument) => ({
  ...leaving(own),
  ...ownJob(own),
  keys: indexKeysOf(unpackSignature(own.signature)).stored,
});
