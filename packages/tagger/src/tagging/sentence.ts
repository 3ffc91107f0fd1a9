import type { Decision, Reason } from '../disambiguation/classify.ts';
import { ruleWords } from '../disambiguation/rule-words.ts';
import { featureWords } from './feature-words.ts';

/** A feature of the model and its weight in a decision. */
export type Weighed = { feature: string; weight: number };

/** How many things in the text a sentence names. */
const MOST_NAMED = 3;

const asked = new Map<string, (name: string) => string>(Object.entries(ruleWords));

const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;

const nameOf = ({ spelling }: Decision['match']): string => spelling;

const speaking = (weights: readonly Weighed[], taken: boolean): string[] => {
  const those = weights.filter(({ weight }) => weight > 0 === taken);
  const words = those.flatMap(({ feature }) => featureWords(feature) ?? []);
  return [...new Set(words)].slice(0, MOST_NAMED);
};

type OfModel = Extract<Reason, { by: 'model' }>;

const ofModel = (
  { verdict }: OfModel,
  { match, taken }: Pick<Decision, 'match' | 'taken'>,
  weights: readonly Weighed[],
): string => {
  const named = speaking(weights, taken);
  const most = named.length > 0 ? listOf(named) : 'all that is around it together';
  const speaks = `${taken ? 'taken' : 'refused'} mostly because of ${most}`;
  const rule = asked.get(match.rule ?? '')?.(nameOf(match));
  if (verdict === null || rule === undefined) return speaks;
  const says = `its rule asks for ${rule}: that is ${verdict ? '' : 'not '}so here`;
  // The verdict is one of the weights that are summed, so one that stands was not outweighed, whatever the rest says.
  return verdict === taken ? `${says}; ${speaks}` : `${says}, but that is outweighed; ${speaks}`;
};

/**
 * Says what in the text decided on a name: the words that refuse it, or what its rule asks for, whether that is so,
 * and which neighbours weighed most. Pure.
 * @param text the text in which the name stands
 * @param weights the heaviest features first; only where the model decided
 */
export const sentenceOf = (
  text: string,
  { match, taken, reason }: Decision,
  weights: readonly Weighed[],
): string => {
  const written = text.slice(match.start, match.end);
  if (reason.by === 'form') return `“${written}” is the name of nothing else`;
  if (reason.by === 'model') return ofModel(reason, { match, taken }, weights);
  if (reason.by === 'case')
    return `“${written}” is an ordinary word: it is not written “${nameOf(match)}”, and in no list of skills`;
  if (reason.by === 'own-name' && reason.of === 'employer') return 'the employer has this name';
  const words = text.slice(reason.words.start, reason.words.end).replace(/\s+/g, ' ');
  return reason.by === 'negation'
    ? `“${words}” says that it is not asked for`
    : `it is a company in a list that begins with “${words}”`;
};
