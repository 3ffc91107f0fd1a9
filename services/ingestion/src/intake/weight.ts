import type { Judged } from './validate.ts';

/**
 * What a line or an element weighs in memory beside its bytes: the objects around it while it is judged, and its
 * result until that is written. Measured with Node 24 on a line of `0`: 150 bytes as it is cut, 280 judged, 60 as a
 * result and 140 as text, with its one fault 630 in all.
 */
export const OVERHEAD_BYTES = 500;
/** Of one fault, as it is and as text: 140 bytes measured where its path is short, which may have 200 characters. */
const FAULT_BYTES = 300;

/**
 * What a judged line weighs, in bytes: by its bytes alone a line of `0` would weigh one, and hundreds of thousands
 * would be one chunk.
 * @param bytes of the line as it came
 */
export const weightOf = (judged: Judged, bytes: number): number =>
  OVERHEAD_BYTES + bytes + ('faults' in judged ? judged.faults.length * FAULT_BYTES : 0);
