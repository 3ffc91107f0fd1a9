import { featuresOf, namedFeatures, sourceOf, type Decision } from '@skillstream/tagger/evaluation';
import type { Example } from './learn.ts';

/** What is known of one place: meant, not meant, or nothing. */
export type Answer = boolean | null;

/**
 * The examples of one text: every place that the model decides and of which something is known.
 * @param response what is known of a place
 * @param weight how much that is believed
 */
export const examplesOf = (
  { text, decisions, group }: { text: string; decisions: readonly Decision[]; group: string },
  response: (decision: Decision) => Answer,
  { size, weight }: { size: number; weight: number },
): Example[] => {
  const source = sourceOf(text);
  const candidates = decisions.map(({ match }) => match);
  return decisions.flatMap((decision, index) => {
    const { match, reason } = decision;
    const meant = reason.by === 'model' ? response(decision) : null;
    if (reason.by !== 'model' || meant === null) return [];
    const { section, line, verdict } = reason;
    const context = { ...source, match, candidates, index, section, line };
    const features = namedFeatures(size, (sink) => featuresOf(context, verdict, sink));
    const places = [...new Set(features.map(({ place }) => place))];
    return [{ places, meant, weight, group, rule: match.rule }];
  });
};
