import { isUtf8 } from 'node:buffer';
import { mapRow } from '../mapping/map-row.ts';

const parse = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};

const NEWLINE = 0x0a;
const onOneLine = (bytes: Buffer): Buffer =>
  bytes.includes(NEWLINE) ? Buffer.from(bytes.map((byte) => (byte === NEWLINE ? 0x20 : byte))) : bytes;

export type RowLine = { bytes: Buffer; key: string };

/**
 * The line to send for a record of a file, and the key whose order must be kept. A record that is no JSON, or needs no
 * mapping, is sent as it is: only ingestion validates, so people always see its reasons.
 */
export const rowLine = (bytes: Buffer): RowLine => {
  const row = parse(bytes);
  if (row === undefined) return { bytes: onOneLine(bytes), key: '' };
  const posting: { source?: unknown; sourceId?: unknown } | null = mapRow(row);
  return {
    bytes: (posting as unknown) === row ? onOneLine(bytes) : Buffer.from(JSON.stringify(posting)),
    key: `${String(posting?.source)}/${String(posting?.sourceId)}`,
  };
};
