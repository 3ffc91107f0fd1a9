import type { Tag, TagDecision } from '@skillstream/contracts';
import { createClassifier, type Decision } from '../disambiguation/classify.ts';
import { compileForms, createMatcher, type CompiledForms } from '../matching/create-matcher.ts';
import { sourceOf } from '../matching/source.ts';
import type { Model } from '../model/model.ts';
import type { Skill, Taxonomy } from '../taxonomy/taxonomy.ts';
import { explain } from './explain.ts';

/** Finds the skills in texts by one taxonomy and one model. */
export type Tagger = {
  /** Versions of the taxonomy and the model that the tags come from. */
  version: string;
  modelVersion: string;
  /**
   * Returns the tags of a plain text, sorted by start, without overlaps; a skill that occurs twice is tagged twice.
   * @param organization the employer, whose own name is not a skill
   */
  tag(text: string, organization?: string | null): Tag[];
  /** Returns every place where a skill's name occurs, accepted or not, and what decided. */
  decide(text: string, organization?: string | null): Decision[];
  /** Returns the same in words, with the weights that decided, for the first `most` places, or for all. */
  explain(text: string, organization?: string | null, most?: number): TagDecision[];
};

/** A tagger as data, which can be passed to another thread. */
export type CompiledTagger = { version: string; skills: Skill[]; forms: CompiledForms; model: Model };

/** Compiles a taxonomy once (a third of a second). */
export const compileTagger = ({ version, skills }: Taxonomy, model: Model): CompiledTagger => ({
  ...{ version, skills, model },
  forms: compileForms(skills),
});

/** Creates the tagger of a taxonomy; the tagger is pure and has no state between texts. */
export const createTagger = (taxonomy: Taxonomy, model: Model): Tagger =>
  taggerOf(compileTagger(taxonomy, model));

/** Creates a tagger from its compiled data. */
export function taggerOf({ version, skills, forms, model }: CompiledTagger): Tagger {
  const match = createMatcher(forms);
  const classify = createClassifier(skills, model);
  const decide = (text: string, organization: string | null = null) => {
    const source = sourceOf(text);
    return classify(source, match(source), organization);
  };
  const tag = (text: string, organization: string | null = null): Tag[] =>
    decide(text, organization)
      .filter(({ taken }) => taken)
      .map(({ match: { skill, start, end } }) => tagOf(text, skill, start, end));
  return {
    version,
    modelVersion: model.version,
    tag,
    decide,
    explain: (text, organization, most = Infinity) => explain(model, text, decide(text, organization), most),
  };
}

const tagOf = (
  text: string,
  { id, label, category }: Decision['match']['skill'],
  start: number,
  end: number,
): Tag => ({
  skillId: id,
  label,
  category,
  text: text.slice(start, end),
  start,
  end,
});
