/** A key of an object, and whether its value is a text. */
export type Key = { name: string; isText: boolean };

// A posting has some dozens.
const MOST_KEYS = 1000;
const LONGEST_KEY = 100;

/** Where the string that begins at a quote ends; the text's end where it is cut. */
const stringEnd = (json: string, quote: number): number => {
  let at = quote + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return Math.min(at, json.length);
};

const space = /\s/;
const behindBlanks = (json: string, from: number): number => {
  let at = from;
  while (at < json.length && space.test(json[at]!)) at += 1;
  return at;
};

/**
 * The key that begins at a quote, where it is one: a colon stands behind it. Escapes in it stay as they are.
 * @returns also where the search goes on
 */
export const keyAt = (json: string, quote: number): { key: Key | null; end: number } => {
  const end = stringEnd(json, quote);
  const colon = behindBlanks(json, end + 1);
  if (json[colon] !== ':') return { key: null, end };
  const name = json.slice(quote + 1, Math.min(end, quote + 1 + LONGEST_KEY));
  return { key: { name, isText: json[behindBlanks(json, colon + 1)] === '"' }, end: colon };
};

/**
 * The names of an object's own keys, those within it not; of an object that is cut or damaged, of what is there. Each
 * character is looked at a constant number of times.
 * @param from where its bracket is
 */
export const objectKeys = (json: string, from = 0): Set<string> => {
  const names = new Set<string>();
  let depth = 0;
  for (let at = from; at < json.length && names.size < MOST_KEYS; at += 1) {
    const char = json[at];
    if (char === '"') {
      const { key, end } = keyAt(json, at);
      if (key && depth === 1) names.add(key.name);
      at = end;
    } else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth <= 0) break;
    }
  }
  return names;
};
