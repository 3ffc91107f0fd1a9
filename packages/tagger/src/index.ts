// The public face: the taxonomy and its catalogue, the tagger, and what is told of a posting's tags.
export { postingText } from './tagging/posting-text.ts';
export { compileTagger, createTagger, taggerOf } from './tagging/create-tagger.ts';
export type { CompiledTagger, Tagger } from './tagging/create-tagger.ts';
export { MOST_PLACES } from './tagging/list-tags.ts';
export { shareMemory } from './tagging/share-memory.ts';
export { MOST_CHARACTERS, tagsOfText, type TextTagger } from './tagging/tags-of-text.ts';
export { loadModel } from './model/load-model.ts';
export { createCatalogue, type Catalogue } from './taxonomy/catalogue.ts';
export { loadTaxonomy, taxonomyFolder } from './taxonomy/load-taxonomy.ts';
