import type { Candidate } from '../matching/candidate.ts';
import type { Predicate } from './context.ts';
import { rules } from './rules.ts';

const ruleOf = new Map<string, Predicate>(Object.entries(rules));

/** Gives the candidates that are meant as a skill: those without a rule, and those whose rule agrees. */
export function keepMeant(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((match, position) => {
    if (match.rule === undefined) return true;
    const rule = ruleOf.get(match.rule);
    return rule !== undefined && rule({ text, match, candidates, position });
  });
}
