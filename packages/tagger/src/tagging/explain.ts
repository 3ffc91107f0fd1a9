import type { TagDecision } from '@skillstream/contracts';
import type { Decision } from '../disambiguation/classify.ts';
import { featuresOf, type PlacedContext } from '../disambiguation/features.ts';
import { sourceOf } from '../matching/source.ts';
import { namedFeatures, type Model } from '../model/model.ts';
import { sentenceOf, type Weighed } from './sentence.ts';

const MOST_WEIGHTS = 8;

/** Returns the features with the largest weights in a decision of the model. */
const weightsOf = (model: Model, context: PlacedContext, verdict: boolean | null): Weighed[] =>
  namedFeatures(model.size, (sink) => featuresOf(context, verdict, sink))
    .map(({ name, place }) => ({
      feature: name,
      weight: Number((model.weights[place]! * model.step).toFixed(3)),
    }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_WEIGHTS);

/**
 * Explains decisions in words and numbers: what was accepted or refused, by which rule, with which weights.
 * @param decisions all of the text, since neighbours are features of each
 * @param most how many of them are explained
 */
export const explain = (
  model: Model,
  text: string,
  decisions: readonly Decision[],
  most = Infinity,
): TagDecision[] => {
  const source = sourceOf(text);
  const candidates = decisions.map((one) => one.match);
  return decisions.slice(0, most).map((decision, index) => {
    const { match, taken, reason } = decision;
    const weighed = () => {
      if (reason.by !== 'model') return null;
      const { section, line, sum, verdict } = reason;
      const context = { ...source, match, candidates, index, section, line };
      return { sum: Number(sum.toFixed(3)), weights: weightsOf(model, context, verdict) };
    };
    const byModel = weighed();
    return {
      skillId: match.skill.id,
      label: match.skill.label,
      category: match.skill.category,
      text: text.slice(match.start, match.end),
      start: match.start,
      end: match.end,
      taken,
      by: reason.by,
      because: sentenceOf(text, decision, byModel?.weights ?? []),
      ...byModel,
    };
  });
};
