const space = /[ \t\n\r]*/y;
const scalar = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const FIRST_PRINTABLE = 0x20;

/** Where a pattern's match ends that begins at `at`; null where there is none. */
const endOf = (pattern: RegExp, text: string, at: number): number | null => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
};

type Step = { end: number } | { fault: number };

/** The string that begins at `at`: where it ends, or what cannot be in it. */
const stringFrom = (text: string, at: number): Step => {
  for (let next = at + 1; next < text.length;) {
    if (text[next] === '"') return { end: next + 1 };
    if (text.charCodeAt(next) < FIRST_PRINTABLE) return { fault: next };
    const escaped = text[next] === '\\' ? endOf(escape, text, next) : next + 1;
    if (escaped === null) return { fault: next };
    next = escaped;
  }
  return { fault: text.length };
};

const scalarFrom = (text: string, at: number): Step => {
  const end = endOf(scalar, text, at);
  return end === null ? { fault: at } : { end };
};

/** What may come next: a value, a key, the colon behind one, or what follows a value. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'more';
const closing = { '{': '}', '[': ']' } as const;

/** Where a text that is no JSON (RFC 8259) stops to be any; its length where it only breaks off. Linear. */
const faultIn = (text: string): number => {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let at = 0; ;) {
    at = endOf(space, text, at)!;
    const char = text[at];
    if (char === undefined) return at;
    const level = open.at(-1);
    let step: Step = { end: at + 1 };
    if (level && char === closing[level] && (expected === 'more' || expected.endsWith('or end'))) {
      open.pop();
      expected = 'more';
    } else if (expected === 'more') {
      if (!level || char !== ',') return at;
      expected = level === '{' ? 'key' : 'value';
    } else if (expected === 'colon') {
      if (char !== ':') return at;
      expected = 'value';
    } else if (expected.startsWith('key')) {
      if (char !== '"') return at;
      step = stringFrom(text, at);
      expected = 'colon';
    } else if (char === '{' || char === '[') {
      open.push(char);
      expected = char === '{' ? 'key or end' : 'value or end';
    } else {
      step = char === '"' ? stringFrom(text, at) : scalarFrom(text, at);
      expected = 'more';
    }
    if ('fault' in step) return step.fault;
    at = step.end;
  }
};

/** A place in a text for people: its character, and its line where the text has several. */
export const placeIn = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split('\n');
  const character = `character ${before.at(-1)!.length + 1}`;
  return text.includes('\n') ? `line ${before.length}, ${character}` : character;
};

/**
 * What is wrong with a text that `JSON.parse` refuses, by its place: what the parser says quotes the text around it,
 * and a posting's words belong into no report, answer, letter or log.
 */
export const jsonFault = (text: string): string => {
  const at = faultIn(text);
  return at === text.length
    ? `is not JSON: it breaks off at ${placeIn(text, at)}`
    : `is not JSON from ${placeIn(text, at)} on`;
};
