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
   * Tags of a plain text, sorted by start, without overlaps; a skill that occurs twice is tagged twice.
   * @param organization the employer, whose own name is no skill
   */
  tag(text: string, organization?: string | null): Tag[];
  /** Every place where a skill's name stands, taken or not, and what decided. */
  decide(text: string, organization?: string | null): Decision[];
  /** The same for people: in words, with the weights that decided; of the first `most` places, left out: of all. */
  explain(text: string, organization?: string | null, most?: number): TagDecision[];
};

/** All that a tagger is made of, as data: it can be handed to another thread. */
export type CompiledTagger = { version: string; skills: Skill[]; forms: CompiledForms; model: Model };

/** Compiles a taxonomy once (a third of a second). */
export const compileTagger = ({ version, skills }: Taxonomy, model: Model): CompiledTagger => ({
  ...{ version, skills, model },
  forms: compileForms(skills),
});

/** Builds the tagger of a taxonomy; the tagger itself is pure and keeps no state between texts. */
export const createTagger = (taxonomy: Taxonomy, model: Model): Tagger =>
  taggerOf(compileTagger(taxonomy, model));

/** The tagger that was compiled. */
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
