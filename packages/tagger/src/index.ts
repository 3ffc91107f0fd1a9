// Entry point: the tagger, the bounds of a posting's tags, and the taxonomy with its catalogue.
export { compileTagger, createTagger, taggerOf } from './tagging/create-tagger.ts';
export type { CompiledTagger, Tagger } from './tagging/create-tagger.ts';
export { MOST_CHARACTERS, MOST_PLACES, postingText, tagsOfText } from './tagging/posting-tags.ts';
export type { TextTagger } from './tagging/posting-tags.ts';
export { shareMemory } from './tagging/share-memory.ts';
export { loadModel } from './model/load-model.ts';
export type { Model } from './model/model.ts';
export { createCatalogue, type Catalogue } from './taxonomy/catalogue.ts';
export { loadTaxonomy, taxonomyFolder } from './taxonomy/load-taxonomy.ts';
export type { Taxonomy } from './taxonomy/taxonomy.ts';
