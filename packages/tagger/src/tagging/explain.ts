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

/** Says why a name was taken as the skill or was not, and which won where a rule and the context differ. Pure. */
export const sentenceOf = (reason: Reason, rule: string | undefined, taken: boolean): string => {
  if (reason.by === 'own-name') return companies[reason.of];
  return reason.by === 'model' ? modelSentence(rule, reason.verdict, taken) : sentences[reason.by];
};

const modelSentence = (rule: string | undefined, verdict: boolean | null, taken: boolean): string => {
  if (verdict === null) return `"${rule}" has no rule, so its context decided`;
  const says = `the rule "${rule}" says ${verdict ? 'yes' : 'no'}`;
  // The verdict is one of the weights that are summed, so one that stands was not outweighed, whatever the rest says.
  if (verdict === taken) return `${says}, and its context does not outweigh that`;
  return `${says}, but its context speaks ${taken ? 'for' : 'against'} it and outweighs that`;
};

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
  return decisions.slice(0, most).map(({ match, taken, reason }, index) => ({
    skillId: match.skill.id,
    label: match.skill.label,
    category: match.skill.category,
    text: text.slice(match.start, match.end),
    start: match.start,
    end: match.end,
    taken,
    by: reason.by,
    because: sentenceOf(reason, match.rule, taken),
    ...(reason.by === 'model' && {
      sum: Number(reason.sum.toFixed(3)),
      weights: weightsOf(
        model,
        { ...source, match, candidates, index, section: reason.section, line: reason.line },
        reason.verdict,
      ),
    }),
  }));
};
