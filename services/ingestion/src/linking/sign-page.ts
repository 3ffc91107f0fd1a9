import { inGroups, type Turns } from '@skillstream/async';
import { indexKeysOf, signatureOf } from '@skillstream/linking';
import { expiredAtOf } from '../store/expired-at.ts';
import type { DueToLink } from '../store/link-queue.ts';
import { LINK_RULES } from '../store/link-fields.ts';
import { RETRACTED, type Signed, type SignatureStore } from '../store/signature-store.ts';
import { packSignature } from './stored-signature.ts';

export type SignPageDeps = {
  signatures: SignatureStore;
  turns: Turns;
  /** Runs what may fail by the posting itself. @returns null where it did */
  unlessPoison: <T>(due: DueToLink, work: () => Promise<T>) => Promise<T | null>;
  sign?: typeof signatureOf;
};

/** The job that a posting goes on to have, if others have it, too; and those that it has left. */
export type Left = { job: string | null; left: string[] };
type Posting = Parameters<typeof signatureOf>[0];

/** Stores the signatures of a page of postings, and what has become of those without a text. */
export const createSignPage = ({ signatures, turns, unlessPoison, sign = signatureOf }: SignPageDeps) => {
  const sharedOnly = async ({ job, left }: Left, id: string): Promise<Left> =>
    job !== null && (await signatures.hasOthers(job, id)) ? { job, left } : { job: null, left };

  const signed = async ({ version, posting }: DueToLink): Promise<Signed> => {
    await turns.pause();
    const signature = sign(JSON.parse(posting!.toString()) as Posting);
    const { stored: keys } = indexKeysOf(signature);
    return { version, rules: LINK_RULES, keys, signature: packSignature(signature) };
  };
  const end = async (due: DueToLink): Promise<Left> => {
    const { _id: id, version, retracted } = due;
    if (retracted) return { job: null, left: (await signatures.end(id, version, RETRACTED)).left };
    return sharedOnly(await signatures.end(id, version, { state: 'expired' }), id);
  };

  /** @returns of each posting that is no poison what it goes on to have, and has left, without text */
  return async (page: readonly DueToLink[]): Promise<Map<string, Left>> => {
    const done = new Map<string, Left>();
    const live = new Map<string, Signed>();
    const ended: DueToLink[] = [];
    for (const due of page) {
      if (due.retracted || expiredAtOf(due)) ended.push(due);
      else {
        const made = due.posting === null ? null : await unlessPoison(due, () => signed(due));
        if (made) live.set(due._id, made);
        if (made || due.posting === null) done.set(due._id, { job: null, left: [] });
      }
    }
    await signatures.putAll(live);
    await inGroups(ended, async (due) => {
      const left = await unlessPoison(due, () => end(due));
      if (left) done.set(due._id, left);
    });
    return done;
  };
};
