import { spellings } from '../taxonomy/spellings.ts';
import type { Skill } from '../taxonomy/taxonomy.ts';
import { buildAutomaton, findAll } from './automaton.ts';
import { isInAddress, isWholeWord } from './boundaries.ts';
import type { Candidate } from './candidate.ts';
import { fold } from './fold.ts';

type Reading = { skill: Skill; spelling: string; rule: string | undefined; caseSensitive: boolean };

/**
 * Compiles the skills' forms into one automaton.
 * @returns a function that gives the candidates of a text in one pass: whole words, leftmost and then longest first,
 * without overlaps, sorted by start. It does not judge ambiguous words.
 */
export function createMatcher(skills: readonly Skill[]): (text: string) => Candidate[] {
  const readings = readingsByPattern(skills);
  const automaton = buildAutomaton([...readings.keys()]);
  const readingsOf = [...readings.values()];
  return (text) => {
    const found: Candidate[] = [];
    findAll(automaton, text, (pattern, start, end) => {
      if (!isWholeWord(text, start, end)) return;
      const reading = readingsOf[pattern]!.find((r) => !r.caseSensitive || sameCase(text, start, r.spelling));
      if (reading === undefined || isInAddress(text, start)) return;
      found.push({ skill: reading.skill, spelling: reading.spelling, rule: reading.rule, start, end });
    });
    return leftmostLongest(found);
  };
}

/** One pattern may have several readings ("JAX" sure, "Jax" by context); the first that fits is taken. */
function readingsByPattern(skills: readonly Skill[]): Map<string, Reading[]> {
  const readings = new Map<string, Reading[]>();
  for (const skill of skills)
    for (const form of skill.forms)
      for (const spelling of spellings(form.text)) {
        const reading = { skill, spelling, rule: form.ambiguous, caseSensitive: form.caseSensitive ?? false };
        const others = readings.get(fold(spelling)) ?? [];
        readings.set(fold(spelling), [...others, reading]);
      }
  for (const list of readings.values()) list.sort((a, b) => order(a) - order(b));
  return readings;
}

/** Sure readings first, then those that a rule decides; of either, the case-sensitive ones first. */
function order({ rule, caseSensitive }: Reading): number {
  return (rule === undefined ? 0 : 2) + (caseSensitive ? 0 : 1);
}

/** Whether the text at `start` has the letters of the spelling in the same case; blanks and hyphens may differ. */
export function sameCase(text: string, start: number, spelling: string): boolean {
  for (let i = 0; i < spelling.length; i++) {
    const written = text[start + i]!;
    if (written !== spelling[i] && written.toLowerCase() !== written.toUpperCase()) return false;
    if (written !== spelling[i] && spelling[i]!.toLowerCase() !== spelling[i]!.toUpperCase()) return false;
  }
  return true;
}

function leftmostLongest(found: Candidate[]): Candidate[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  let free = 0;
  for (const candidate of found) {
    if (candidate.start < free) continue;
    kept.push(candidate);
    free = candidate.end;
  }
  return kept;
}
