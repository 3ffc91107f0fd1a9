import type { Source } from '../matching/source.ts';
import { wordAfter, type Span } from './words.ts';

/** A line's beginning further away than this, in code units, is not looked for. */
export const LINE_REACH = 200;

const NEWLINE = 0x0a;
const SPACE = 0x20;
const bullets = new Set([...'-•*·●▪◦–'].map((sign) => sign.charCodeAt(0)));

/** How the line of a place begins: with what word (empty where that is out of reach), and what kind of line it is. */
export type LineBegin = { first: Span; kind: 'top' | 'bullet' | 'line' };

/** Finds where the line of a place begins. The top line of a posting is its title. */
export const lineBegin = (source: Source, start: number): LineBegin => {
  const { units } = source;
  const least = Math.max(0, start - LINE_REACH);
  let from = start;
  while (from > least && units[from - 1] !== NEWLINE) from--;
  if (from > 0 && units[from - 1] !== NEWLINE) return { first: { start, end: start }, kind: 'line' };
  const first = wordAfter(source, from, Math.min(units.length, start + LINE_REACH));
  if (from === 0) return { first, kind: 'top' };
  while (units[from] === SPACE) from++;
  return { first, kind: bullets.has(units[from]!) ? 'bullet' : 'line' };
};
