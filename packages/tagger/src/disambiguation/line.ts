import type { Source } from '../matching/source.ts';
import { wordAfter, type Span } from './words.ts';

/** How far back the beginning of a line is searched, in code units. */
export const LINE_REACH = 200;

const NEWLINE = 0x0a;
const SPACE = 0x20;
const bullets = new Set([...'-•*·●▪◦–'].map((sign) => sign.charCodeAt(0)));

/** How the line of a place begins: its first word (empty when that is too far away), and the kind of line. */
export type LineBegin = { first: Span; kind: 'top' | 'bullet' | 'line' };

/** Reads how the line at `from` begins. The top line of a posting is its title. */
const beginOf = (source: Source, from: number): LineBegin => {
  const { units } = source;
  const first = wordAfter(source, from, Math.min(units.length, from + LINE_REACH));
  if (from === 0) return { first, kind: 'top' };
  let sign = from;
  while (units[sign] === SPACE) sign++;
  return { first, kind: bullets.has(units[sign]!) ? 'bullet' : 'line' };
};

/**
 * Creates a function that returns how the line of a place begins. Places must be passed in ascending order; every code
 * unit of the text is read once.
 */
export const createLines = (source: Source): ((start: number) => LineBegin) => {
  const { units } = source;
  let [from, looked] = [0, 0];
  let begin: LineBegin | null = null;
  return (start) => {
    let at = start;
    while (at > looked && units[at - 1] !== NEWLINE) at--;
    if (at > looked) [from, begin] = [at, null];
    looked = start;
    if (start - from > LINE_REACH) return { first: { start, end: start }, kind: 'line' };
    return (begin ??= beginOf(source, from));
  };
};
