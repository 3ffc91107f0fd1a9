import type { Turns } from '@skillstream/async';
import { compare, indexKeysOf, mayBeTogether, type Signature } from '@skillstream/linking';
import type { FoundSignature } from '../store/documents.ts';
import type { SignatureStore } from '../store/signature-store.ts';
import type { Assigned, LinkLimits } from './assign.ts';
import { isSigned, unpackSignature, type SignedDocument } from './stored-signature.ts';

export type FindAloneDeps = {
  signatures: Pick<SignatureStore, 'all' | 'withKeys' | 'jobsOf'>;
  limits: LinkLimits;
  turns: Turns;
  onCompared: (count: number) => void;
};

/** Postings whose candidates are read by one query, and how many candidates it reads for each. */
const AT_ONCE = 25;
const READ_EACH = 40;
/** Signatures that are found and not of the postings themselves; more make the jobs unknown. */
const JOBS_EACH = 2;

type Own = { document: SignedDocument; signature: Signature; sought: string[] };

const ownOf = (document: FoundSignature): Own | null => {
  if (!isSigned(document) || document.state !== 'live') return null;
  const signature = unpackSignature(document.signature);
  return { document, signature, sought: indexKeysOf(signature).sought };
};

/**
 * Finds out of many postings at once which are alone: like no other one, and nobody else is of their job. Most are,
 * and so cost no call of their own. Nothing is written and nothing has to be the newest: their signatures are stored,
 * so whoever stores one that is like them later, or moves to their job, looks after that and sees them.
 */
export const createFindAlone = ({ signatures, limits, turns, onCompared }: FindAloneDeps) => {
  /** Those that are like none of the candidates; of the others nothing is known. */
  const likeNone = async (some: readonly Own[]): Promise<Own[]> => {
    const keys = [...new Set(some.flatMap(({ sought }) => sought))];
    const most = some.length * READ_EACH;
    const found = keys.length === 0 ? [] : (await signatures.withKeys(keys, most)).filter(isSigned);
    if (found.length >= most) return [];
    const unpacked = new Map<SignedDocument, Signature>();
    const signatureOf = (one: SignedDocument): Signature => {
      const made = unpacked.get(one) ?? unpackSignature(one.signature);
      unpacked.set(one, made);
      return made;
    };
    const alone: Own[] = [];
    for (const own of some) {
      await turns.pause();
      // Those of the others are among them, which are of other organizations, most often.
      const others = found.filter(
        ({ _id, signature }) => _id !== own.document._id && mayBeTogether(own.document.signature, signature),
      );
      if (others.length > limits.candidates) continue;
      onCompared(others.length);
      const isLike = (one: SignedDocument) => compare(own.signature, signatureOf(one)).class !== 'none';
      if (!others.some(isLike)) alone.push(own);
    }
    return alone;
  };

  /** Those whose job is that of no other one. */
  const ofOwnJob = async (some: readonly Own[]): Promise<Own[]> => {
    if (some.length === 0) return [];
    const most = some.length * JOBS_EACH;
    const found = await signatures.jobsOf(
      some.map(({ document }) => document.job),
      most,
    );
    if (found.length >= most) return [];
    const seen = new Map<string | null, number>();
    for (const job of found) seen.set(job, (seen.get(job) ?? 0) + 1);
    return some.filter(({ document }) => seen.get(document.job) === 1);
  };

  /** @returns of those that are alone what `assign` would say; the others are not in it */
  return async (ids: string[]): Promise<Map<string, Assigned>> => {
    const own = (await signatures.all(ids)).flatMap((document) => ownOf(document) ?? []);
    const none: Own[] = [];
    for (let from = 0; from < own.length; from += AT_ONCE)
      none.push(...(await likeNone(own.slice(from, from + AT_ONCE))));
    const alone = await ofOwnJob(none);
    return new Map(
      alone.map(({ document: { _id, job, left } }) => [_id, { job, left, class: 'none' as const }]),
    );
  };
};

export type FindAlone = ReturnType<typeof createFindAlone>;
