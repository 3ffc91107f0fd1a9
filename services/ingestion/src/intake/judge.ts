import { isUtf8 } from 'node:buffer';
import { postingInput, type Fault } from '@skillstream/contracts';
import { faultsOf, parseStrictJson } from '@skillstream/runtime';
import { canonicalize, type UnversionedPosting } from '../canonical/canonical-posting.ts';
import type { RawLine } from './lines.ts';

/** A posting that can be stored, or what is wrong with it: its form (the schema tells), or what it says. */
export type Verdict = { posting: UnversionedPosting } | { faults: Fault[]; of: 'form' | 'content' };
/** A verdict on one line of a stream, or one place of an array; both count from 1. */
export type Judged = Verdict & { line: number };

const malformed = (faults: Fault[]): Verdict => ({ faults, of: 'form' });

/** Judges a value that somebody sent as a posting. */
export const judgeValue = (value: unknown, now: Date): Verdict => {
  const parsed = postingInput.safeParse(value);
  if (!parsed.success) return malformed(faultsOf(parsed.error));
  const found = canonicalize(parsed.data, now);
  return 'faults' in found ? { ...found, of: 'content' } : found;
};

/** Reads bytes as strict JSON in UTF-8 (RFC 8259, 8.1). */
export const parseBytes = (bytes: Buffer) =>
  isUtf8(bytes)
    ? parseStrictJson(bytes.toString('utf8'))
    : { faults: [{ path: '', message: 'is not valid UTF-8' }] };

/**
 * Judges one line of NDJSON.
 * @param maxBytes the limit that a line without bytes has passed
 */
export const judgeLine = ({ line, bytes }: RawLine, maxBytes: number, now: Date): Judged => {
  if (bytes === null)
    return { line, ...malformed([{ path: '', message: `is longer than ${maxBytes} bytes` }]) };
  const parsed = parseBytes(bytes);
  return { line, ...('faults' in parsed ? malformed(parsed.faults) : judgeValue(parsed.value, now)) };
};
