import type { TagDecision } from '@skillstream/contracts';
import type { Decision, Reason } from '../disambiguation/classify.ts';
import { featuresOf, type PlacedContext } from '../disambiguation/features.ts';
import { sourceOf } from '../matching/source.ts';
import { namedFeatures, type Model } from '../model/model.ts';

const MOST_WEIGHTS = 8;

const sentences = {
  form: 'this form is never anything else',
  negation: 'the text says that it is not asked for',
  case: 'in this case it is an ordinary word',
};
const companies = {
  employer: 'the employer has this name',
  other: 'it stands in a list of customers, partners or backers',
};

const sentenceOf = (reason: Reason, rule: string | undefined): string => {
  if (reason.by === 'own-name') return companies[reason.of];
  return reason.by === 'model' ? modelSentence(rule, reason.verdict) : sentences[reason.by];
};

const modelSentence = (rule: string | undefined, verdict: boolean | null): string =>
  verdict === null
    ? `"${rule}" has no rule, so its context decided`
    : `rule "${rule}" says ${verdict ? 'yes' : 'no'}, and its context was weighed with that`;

/** Returns the features with the largest weights in a decision of the model. */
const weightsOf = (model: Model, context: PlacedContext, verdict: boolean | null) =>
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
  return decisions.slice(0, most).map(({ match, taken, reason }, position) => ({
    skillId: match.skill.id,
    label: match.skill.label,
    category: match.skill.category,
    text: text.slice(match.start, match.end),
    start: match.start,
    end: match.end,
    taken,
    by: reason.by,
    because: sentenceOf(reason, match.rule),
    ...(reason.by === 'model' && {
      sum: Number(reason.sum.toFixed(3)),
      weights: weightsOf(
        model,
        { ...source, match, candidates, position, section: reason.section, line: reason.line },
        reason.verdict,
      ),
    }),
  }));
};
