import { loadModel } from '../model/load-model.ts';
import { compileForms, createMatcher } from '../matching/create-matcher.ts';
import { sourceOf } from '../matching/source.ts';
import { createTagger } from '../tagging/create-tagger.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';

/** A skill's name at a span of a text. */
type Found = { name: string; start: number; end: number };
/** A system that finds skills in texts. */
export type System = { name: string; find: (text: string, organization: string | null) => Found[] };

const taxonomy = loadTaxonomy();
const soft = 'soft-skills';

/** Our tagger; without soft skills, like the labels. */
export const ours = (): System => {
  const tagger = createTagger(taxonomy, loadModel());
  return {
    name: 'skillstream',
    find: (text, organization) =>
      tagger
        .tag(text, organization)
        .filter(({ category }) => category !== soft)
        .map(({ label, start, end }) => ({ name: label, start, end })),
  };
};

/** Our gazetteer alone: every occurrence of a name. */
export const rawGazetteer = (): System => {
  const match = createMatcher(compileForms(taxonomy.skills));
  return {
    name: 'our gazetteer, undecided',
    find: (text) =>
      match(sourceOf(text))
        .filter(({ skill }) => skill.category !== soft)
        .map(({ skill, start, end }) => ({ name: skill.label, start, end })),
  };
};
