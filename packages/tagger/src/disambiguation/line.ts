import type { Source } from '../matching/source.ts';
import { wordAfter, type Span } from './words.ts';

/** A line's beginning further away than this, in code units, is not looked for. */
export const LINE_REACH = 200;

const NEWLINE = 0x0a;
const SPACE = 0x20;
const bullets = new Set([...'-•*·●▪◦–'].map((sign) => sign.charCodeAt(0)));

/** How the line of a place begins: with what word (empty where that is out of reach), and what kind of line it is. */
export type LineBegin = { first: Span; kind: 'top' | 'bullet' | 'line' };

/** What the line that begins at `from` begins with. The top line of a posting is its title. */
const beginOf = (source: Source, from: number): LineBegin => {
  const { units } = source;
  const first = wordAfter(source, from, Math.min(units.length, from + LINE_REACH));
  if (from === 0) return { first, kind: 'top' };
  let sign = from;
  while (units[sign] === SPACE) sign++;
  return { first, kind: bullets.has(units[sign]!) ? 'bullet' : 'line' };
};

/**
 * Tells of places in one text, asked for in their order, how the line of each begins; every unit is looked at once.
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
