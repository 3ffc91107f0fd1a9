/** What the gateway explains at once (services/tagging/src/http/tags-query.ts). */
export const MOST_CHARACTERS = 20_000;

/** How many characters a text has as the API counts them: code points, as JSON Schema does, not UTF-16 units. */
export const charactersIn = (text: string): number => {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
};
