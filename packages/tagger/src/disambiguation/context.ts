import type { Candidate } from '../matching/create-matcher.ts';

/** The input of a rule: the text, its code units, the candidate, and all candidates in order. */
export type Context = {
  text: string;
  units: Uint16Array;
  match: Candidate;
  candidates: readonly Candidate[];
  index: number;
};

/** A pure predicate on a candidate in its context. */
export type Predicate = (context: Context) => boolean;

const contextUnits = 80;

/** The text before the match, at most 80 code units. */
export function before({ text, match }: Context): string {
  return text.slice(Math.max(0, match.start - contextUnits), match.start);
}

/** The text after the match, at most 80 code units. */
export function after({ text, match }: Context): string {
  return text.slice(match.end, match.end + contextUnits);
}

const notTechnical = new Set(['soft-skills', 'practices']);

/** Returns the nearest unambiguous technical candidate on each side within `units` code units, if any. */
export function hasSureNeighbour({ match, candidates, index }: Context, units: number): boolean {
  for (let i = index - 1; i >= 0 && match.start - candidates[i]!.end <= units; i--)
    if (isSure(candidates[i]!)) return true;
  for (let i = index + 1; i < candidates.length && candidates[i]!.start - match.end <= units; i++)
    if (isSure(candidates[i]!)) return true;
  return false;
}

function isSure({ rule, skill }: Candidate): boolean {
  return rule === undefined && !notTechnical.has(skill.category);
}

const listBefore = new Set([...',;/|(&+\n•*'].map((sign) => sign.charCodeAt(0)));
const listBehind = new Set([...',;/|)&+\n.'].map((sign) => sign.charCodeAt(0)));

/** Whether the match is surrounded only by list separators or the ends of the text. */
export function isBetweenSigns({ units, match }: Context): boolean {
  let left = match.start - 1;
  while (units[left] === 0x20) left--;
  let right = match.end;
  while (units[right] === 0x20) right++;
  const [before, behind] = [units[left], units[right]];
  return (before === undefined || listBefore.has(before)) && (behind === undefined || listBehind.has(behind));
}
