import { postingFacts } from '@skillstream/contracts';

/** The fields of a posting that stay when its text goes. */
export const FACTS = Object.keys(postingFacts.shape);

/**
 * What is left of a posting without its text: no title, description or address, and no places in the text.
 * @param posting a canonical posting as JSON in UTF-8, of this release or an earlier one
 */
export const factsOf = (posting: Buffer): Buffer => {
  const content = JSON.parse(posting.toString()) as Record<string, unknown>;
  const kept = FACTS.filter((field) => Object.hasOwn(content, field)).map((field) => [field, content[field]]);
  return Buffer.from(JSON.stringify(Object.fromEntries(kept)));
};
