import type { Skill } from '../taxonomy/taxonomy.ts';
import { buildAutomaton, findAll, type Automaton } from './automaton.ts';
import { isInAddress, isWholeWord } from './boundaries.ts';
import { sameCase } from './fold.ts';
import { readingsByPattern, type Reading } from './readings.ts';
import type { Source } from './source.ts';

/** A span of the text where a skill may be meant: `text.slice(start, end)`. */
export type Candidate = {
  skill: Skill;
  /** The form as the taxonomy spells it, so that a rule can check its case. */
  spelling: string;
  /** The rule that applies; absent when the form is unambiguous. */
  rule: string | undefined;
  start: number;
  end: number;
};

type Found = Candidate & Pick<Reading, 'lead'>;

/** The data of a matcher, built once; it can be passed to another thread. */
export type CompiledForms = {
  automaton: Automaton;
  /** By pattern of the automaton. */
  readings: Reading[][];
};

/** Compiles the skills' forms into one automaton. */
export const compileForms = (skills: readonly Skill[]): CompiledForms => {
  const readings = readingsByPattern(skills);
  return { automaton: buildAutomaton([...readings.keys()]), readings: [...readings.values()] };
};

/**
 * @returns a function that finds the candidates of a text in one pass: whole words, leftmost and then longest first,
 *   without overlaps, sorted by start. It does not classify ambiguous words.
 */
export function createMatcher({ automaton, readings }: CompiledForms): (source: Source) => Candidate[] {
  return (source) => {
    const { text, units } = source;
    const found: Found[] = [];
    findAll(automaton, units, (pattern, start, end) => {
      if (!isWholeWord(source, start, end)) return;
      const reading = readings[pattern]!.find((r) => !r.caseSensitive || sameCase(text, start, r.spelling));
      if (reading === undefined || isInAddress(source, start)) return;
      const { skill, spelling, rule, lead } = reading;
      found.push({ skill, spelling, rule, start, end, lead });
    });
    return leftmostLongest(found);
  };
}

function leftmostLongest(found: Found[]): Candidate[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  let free = 0;
  for (const one of found) {
    if (one.start < free) continue;
    if (one.lead === undefined) kept.push(one);
    else kept.push(...withLead(one, one.lead));
    free = one.end;
  }
  return kept;
}

/** A match whose beginning names a broader skill is split in two: the broader skill, and the skill itself. */
function withLead({ skill, spelling, start, end }: Found, lead: NonNullable<Found['lead']>): Candidate[] {
  const middle = start + lead.length;
  return [
    { skill: lead.skill, spelling: spelling.slice(0, lead.length), rule: undefined, start, end: middle },
    // After the name of the broader skill a word is not an ordinary one.
    { skill, spelling: spelling.slice(lead.length + 1), rule: undefined, start: middle + 1, end },
  ];
}
