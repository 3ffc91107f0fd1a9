import { SAMPLE_SOURCE } from '@skillstream/contracts';
import type { mongo } from 'mongoose';
import type { LinkFields, PostingDocument } from './documents.ts';
import { newMark } from './pending.ts';

/**
 * The number of the rules by which postings are linked. Raised when signatures change: stored postings of a lower
 * number, and those that a release without linking wrote, are marked again, page by page.
 */
export const LINK_RULES = 3;

/**
 * The mark of a posting that has changed. A new one each time: the linker clears by the mark alone, and what changes
 * while it works is due again. Postings of the sample are made up, and never linked.
 */
export const newLinkMark = (source: string): mongo.ObjectId | null =>
  source === SAMPLE_SOURCE ? null : newMark();

/**
 * What the next version of a posting has of its job: that of before until the linker has looked at it. One that was
 * retracted begins anew, unless the linker has not seen that yet: it finds the job that lacks a posting by what stays.
 */
export const linkFieldsAfter = (
  source: string,
  present: Pick<PostingDocument, 'job' | 'primary' | 'retracted' | 'linkMark'> | null,
): Required<LinkFields> => {
  const known = present?.retracted && !present.linkMark ? null : present;
  return {
    ...{ job: known?.job ?? null, primary: known?.primary ?? null },
    ...{ linkMark: newLinkMark(source), linkRules: LINK_RULES },
  };
};
