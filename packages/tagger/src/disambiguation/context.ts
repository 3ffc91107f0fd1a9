import type { Candidate } from '../matching/create-matcher.ts';

/** What a rule may look at: the text, its units, the candidate in question, and all candidates in order. */
export type Context = {
  text: string;
  units: Uint16Array;
  match: Candidate;
  candidates: readonly Candidate[];
  position: number;
};

/** A pure question about a candidate in its context. */
export type Predicate = (context: Context) => boolean;

const contextUnits = 80;

/** The text in front of the match, at most 80 code units. */
export function before({ text, match }: Context): string {
  return text.slice(Math.max(0, match.start - contextUnits), match.start);
}

/** The text behind the match, at most 80 code units. */
export function after({ text, match }: Context): string {
  return text.slice(match.end, match.end + contextUnits);
}

const notTechnical = new Set(['soft-skills', 'practices']);

/** The nearest sure technical candidate on either side within `units` code units, or none. */
export function hasSureNeighbour({ match, candidates, position }: Context, units: number): boolean {
  for (let i = position - 1; i >= 0 && match.start - candidates[i]!.end <= units; i--)
    if (isSure(candidates[i]!)) return true;
  for (let i = position + 1; i < candidates.length && candidates[i]!.start - match.end <= units; i++)
    if (isSure(candidates[i]!)) return true;
  return false;
}

function isSure({ rule, skill }: Candidate): boolean {
  return rule === undefined && !notTechnical.has(skill.category);
}

const listBefore = new Set([...',;/|(&+\n•*'].map((sign) => sign.charCodeAt(0)));
const listBehind = new Set([...',;/|)&+\n.'].map((sign) => sign.charCodeAt(0)));

/** Whether nothing but signs of a list, or an end of the text, stand beside the match. */
export function isBetweenSigns({ units, match }: Context): boolean {
  let left = match.start - 1;
  while (units[left] === 0x20) left--;
  let right = match.end;
  while (units[right] === 0x20) right++;
  const [before, behind] = [units[left], units[right]];
  return (before === undefined || listBefore.has(before)) && (behind === undefined || listBehind.has(behind));
}
