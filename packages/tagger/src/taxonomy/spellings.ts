/**
 * The spellings of a form: every space stands for a space, a hyphen or nothing, and a closing `(s)` for an
 * optional plural, so `REST API(s)` gives six. Case is kept as written.
 */
export function spellings(text: string): readonly string[] {
  let all = known.get(text);
  if (all === undefined) known.set(text, (all = spell(text)));
  return all;
}

/** The check of a taxonomy, the matcher and the employers' names ask for the same ones, one after the other. */
const known = new Map<string, readonly string[]>();

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

/** Beside a sign ("CI & CD", "Red Hat/…") or between two digits nothing would read as another word. */
function gaps(start: string, word: string): string[] {
  const digits = /\d$/.test(start) && /^\d/.test(word);
  return digits ? [' ', '-'] : [' ', '-', ''];
}
