/**
 * Returns the spellings of a form: every space stands for a space, a hyphen or nothing, and a closing `(s)` for an
 * optional plural, so `REST API(s)` has six. Case is preserved.
 */
export function spellings(text: string): readonly string[] {
  let all = cache.get(text);
  if (all === undefined) cache.set(text, (all = spell(text)));
  return all;
}

/** Cached: validation, the matcher and the employers' names need the same spellings one after the other. */
const cache = new Map<string, readonly string[]>();

function spell(text: string): string[] {
  const plural = text.endsWith('(s)');
  const base = plural ? text.slice(0, -3) : text;
  const bases = plural ? [base, `${base}s`] : [base];
  return [...new Set(bases.flatMap(joinings))];
}

function joinings(text: string): string[] {
  const [first = '', ...rest] = text.split(' ');
  return rest.reduce<string[]>(
    (soFar, word) => soFar.flatMap((start) => gaps(start, word).map((gap) => `${start}${gap}${word}`)),
    [first],
  );
}

/** What may stand for a space; between two digits it cannot be left out, since that would be another number. */
function gaps(start: string, word: string): string[] {
  const digits = /\d$/.test(start) && /^\d/.test(word);
  return digits ? [' ', '-'] : [' ', '-', ''];
}
