import type { Candidate } from '../matching/candidate.ts';
import type { Source } from '../matching/source.ts';
import { sameCase } from '../matching/same-case.ts';
import { createScorer, type Model } from '../model/model.ts';
import type { Skill } from '../taxonomy/taxonomy.ts';
import { hasSureNeighbour, isBetweenSigns, type Context, type Predicate } from './context.ts';
import { featuresOf } from './features.ts';
import { isNegated, isAlternative } from './negation.ts';
import { createNamesakes } from './own-name.ts';
import { boundToCase, rules } from './rules.ts';
import { createSections, type Section } from './section.ts';

/** What decided about a place. */
export type Reason =
  /** The form is never anything else. */
  | { by: 'form' }
  /** The employer has this name. */
  | { by: 'own-name' }
  /** It is said not to be asked for. */
  | { by: 'negation' }
  /** An ordinary word unless it is written as the taxonomy has it, or stands in a list of skills. */
  | { by: 'case' }
  /** The weights of its features add up to this; above 0 it is meant. */
  | { by: 'model'; sum: number; verdict: boolean | null; section: Section };
export type Decision = { match: Candidate; taken: boolean; reason: Reason };

/** In "python, flask, sql" the neighbours are this near. */
const LIST_REACH = 30;

const ruleOf = new Map<string, Predicate>(Object.entries(rules));

/** What the rule of a candidate's class says; null where the class has none. */
export const verdictOf = (context: Context): boolean | null =>
  ruleOf.get(context.match.rule ?? '')?.(context) ?? null;

/**
 * Decides for every candidate of a text whether the skill is meant, asking in this order: is it the employer's own
 * name; is it said not to be asked for; is its form sure; is it written as it must be; and last the model, which hears
 * what the rule of its class says.
 */
export const createJudge = (skills: readonly Skill[], model: Model) => {
  const namesakeOf = createNamesakes(skills);
  const score = createScorer(model);

  return (source: Source, candidates: readonly Candidate[], organization: string | null): Decision[] => {
    const { text, units } = source;
    const sectionAt = createSections(text);
    const ownId = organization === null ? null : namesakeOf(organization);
    let refusedUpTo = -1;

    const reasonFor = (match: Candidate, position: number): Reason & { taken: boolean } => {
      if (match.skill.id === ownId) return { by: 'own-name', taken: false };
      const goesOn = refusedUpTo >= 0 && isAlternative(text, refusedUpTo, match.start);
      if (goesOn || isNegated(source, match.start, match.end)) {
        refusedUpTo = match.end;
        return { by: 'negation', taken: false };
      }
      if (match.rule === undefined) return { by: 'form', taken: true };
      const context = { text, units, match, candidates, position };
      if (
        boundToCase.has(match.rule) &&
        !sameCase(text, match.start, match.spelling) &&
        !(isBetweenSigns(context) && hasSureNeighbour(context, LIST_REACH))
      )
        return { by: 'case', taken: false };
      const verdict = verdictOf(context);
      const section = sectionAt(match.start);
      const sum = score((sink) => featuresOf(context, verdict, section, sink));
      return { by: 'model', sum, verdict, section, taken: sum > 0 };
    };

    return candidates.map((match, position) => {
      const { taken, ...reason } = reasonFor(match, position);
      return { match, taken, reason };
    });
  };
};

export type Judge = ReturnType<typeof createJudge>;
