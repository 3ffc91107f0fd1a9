import { loadTaxonomy } from '@skillstream/tagger';
import { createNames, measure, ours, scoreOf } from '@skillstream/tagger/evaluation';
import type { Figures } from './figures.ts';
import { readGold } from './gold/gold.ts';
import { findPostings } from './postings.ts';
import { readSkillSpan, spansOf } from './skillspan.ts';

/** The figures of tagging as it is now: on the held-out half of the gold, and on SkillSpan's sentences. */
export const measureOurs = async (): Promise<Figures> => {
  const taxonomy = loadTaxonomy();
  const labels = readGold('held-out');
  const postings = await findPostings(labels.map(({ id }) => id));
  const system = ours();
  const { all, traps } = measure(system, labels, postings, createNames(taxonomy), taxonomy);
  const spans = spansOf(await readSkillSpan('dev'), (text) => system.find(text, null));
  const three = (value: number) => Number(value.toFixed(3));
  return {
    heldOutF1: three(scoreOf(all).f1),
    trapsTaken: three(traps.words.taken.length / traps.words.seen),
    skillSpanF1: three(scoreOf(spans).f1),
  };
};
