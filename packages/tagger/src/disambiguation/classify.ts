import type { Candidate } from '../matching/create-matcher.ts';
import type { Source } from '../matching/source.ts';
import { sameCase } from '../matching/fold.ts';
import { createScorer, type Model } from '../model/model.ts';
import type { Skill } from '../taxonomy/taxonomy.ts';
import { hasSureNeighbour, isBetweenSigns, type Context, type Predicate } from './context.ts';
import { featuresOf } from './features.ts';
import { isAlternative, negationOf, REFUSING_REACH } from './negation.ts';
import { companyCueOf, createNamesakes } from './company.ts';
import { createLines, type LineBegin } from './line.ts';
import { boundToCase, rules } from './rules.ts';
import { createSections, type Section } from './section.ts';
import { wordBefore, type Span } from './words.ts';

/** What decided a candidate. */
export type Reason =
  /** The form is unambiguous. */
  | { by: 'form' }
  /** It is the employer's name. */
  | { by: 'own-name'; of: 'employer' }
  /** It is a company's in a list of customers, partners or backers, which begins with these words. */
  | { by: 'own-name'; of: 'other'; words: Span }
  /** The text says by these words that it is not required. */
  | { by: 'negation'; words: Span }
  /** An ordinary word unless its case is that of the taxonomy, or it is in a list of skills. */
  | { by: 'case' }
  /** The sum of the weights of its features; above 0 the skill is meant. */
  | { by: 'model'; sum: number; verdict: boolean | null; section: Section; line: LineBegin };
/** A candidate, whether it is accepted as the skill, and what decided. */
export type Decision = { match: Candidate; taken: boolean; reason: Reason };

/** Maximum distance of neighbours in a list like "python, flask, sql", in code units. */
const LIST_REACH = 30;

const ruleOf = new Map<string, Predicate>(Object.entries(rules));

const refused = (match: Candidate, reason: Reason): Decision => ({ match, taken: false, reason });

/** Returns the verdict of the rule of a candidate's class; null when the class has none. */
const verdictOf = (context: Context): boolean | null =>
  ruleOf.get(context.match.rule ?? '')?.(context) ?? null;

/**
 * Creates a function that decides for every candidate of a text whether the skill is meant, in this order: a company's
 * name, the employer's or another's, is refused; so is a skill that is not required; an unambiguous form is accepted;
 * a word in the wrong case is refused; the rest is decided by the model, with the verdict of the rule as a feature.
 */
export const createClassifier = (skills: readonly Skill[], model: Model) => {
  const namesakeOf = createNamesakes(skills);
  const score = createScorer(model);

  return (source: Source, candidates: readonly Candidate[], organization: string | null): Decision[] => {
    const { text, units } = source;
    const sectionAt = createSections(text);
    const lineAt = createLines(source);
    const ownId = organization === null ? null : namesakeOf(organization);
    let refusal: Span | null = null;
    let refusedUpTo = -1;

    const decide = (match: Candidate, index: number): Decision => {
      if (match.skill.id === ownId) return refused(match, { by: 'own-name', of: 'employer' });
      const before = wordBefore(source, match.start, Math.max(0, match.start - REFUSING_REACH));
      const list = companyCueOf(source, match.start, before);
      if (list) return refused(match, { by: 'own-name', of: 'other', words: list });
      const goesOn = refusal !== null && isAlternative(text, refusedUpTo, match.start);
      const words = goesOn ? refusal : negationOf(source, match, before);
      if (words) {
        [refusal, refusedUpTo] = [words, match.end];
        return refused(match, { by: 'negation', words });
      }
      if (match.rule === undefined) return { match, taken: true, reason: { by: 'form' } };
      const context = { text, units, match, candidates, index };
      if (
        boundToCase.has(match.rule) &&
        !sameCase(text, match.start, match.spelling) &&
        !(isBetweenSigns(context) && hasSureNeighbour(context, LIST_REACH))
      )
        return refused(match, { by: 'case' });
      const verdict = verdictOf(context);
      const [section, line] = [sectionAt(match.start), lineAt(match.start)];
      const placed = { ...context, section, line };
      const sum = score((sink) => featuresOf(placed, verdict, sink));
      return { match, taken: sum > 0, reason: { by: 'model', sum, verdict, section, line } };
    };

    return candidates.map(decide);
  };
};
