import { randomUUID } from 'node:crypto';
import { isDuplicateKey } from '@skillstream/errors';
import { mongo } from 'mongoose';
import type { Documents, SignatureDocument } from './documents.ts';
import { LINK_RULES } from './link-fields.ts';

/** The states in which a posting has no text any more. */
export type Ended = Exclude<SignatureDocument['state'], 'live'>;

/**
 * What is stored in place of a signature where a posting ends before it has one: nobody finds it and it is of no job,
 * but it has the version. So who read the posting while it had its text stores no signature of it any more.
 */
export const tombstoneOf = (_id: string, version: number, state: Ended): SignatureDocument => ({
  ...{ _id, version, state, rules: LINK_RULES, revision: randomUUID() },
  ...{ job: null, founded: 0, left: [], keys: [], signature: null },
});

/**
 * Stores signatures of postings that have none.
 * @returns false where one of them had one already; the others are stored
 */
export const insertNew = async (documents: Documents, signatures: SignatureDocument[]): Promise<boolean> => {
  try {
    await documents.signatures().insertMany(signatures, { ordered: false });
    return true;
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
    if ([error.writeErrors].flat().every(isDuplicateKey)) return false;
    throw error;
  }
};
