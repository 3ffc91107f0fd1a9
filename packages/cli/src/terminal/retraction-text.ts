import type { PostingRecord } from '@skillstream/contracts';
import { printable } from './printable.ts';

/** That a posting is retracted, as which version, and how to see when it is out of the counts. */
export const retractionText = ({ postingId, version }: PostingRecord): string => {
  const id = printable(postingId);
  return `${id} is retracted, as version ${version}. Out of the counts once this says so: skillstream journey ${id}`;
};
