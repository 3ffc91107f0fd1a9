import { Parser } from 'htmlparser2';

const usual =
  /^(?:item|entry|job|position|vacancy|offer|posting|job-?_?posting|job-?_?offer|listing|row|record|stelle|stellenangebot|annonce|oferta|vaga)$/;

/** A name without its namespace, in small letters. */
export const localName = (name: string): string => name.replace(/^[^:]*:/, '').toLowerCase();

type Open = { name: string; children: Map<string, number>; hasParts: boolean };
/** An element that may be a posting, and how deep it is: 1 is the root. */
type Candidate = { name: string; depth: number };

/** The outermost of them; the first of several. */
const outermost = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (best, one) => (best && best.depth <= one.depth ? best : one),
    undefined,
  );

/** What a beginning has of elements: those of a usual name, and those that repeat within one and have parts. */
const elementsIn = (beginning: string) => {
  const open: Open[] = [];
  const names: string[] = [];
  const [ofUsualName, repeated]: Candidate[][] = [[], []];
  const parser = new Parser(
    {
      onopentag: (tag) => {
        const name = localName(tag);
        const parent = open.at(-1);
        parent?.children.set(name, (parent.children.get(name) ?? 0) + 1);
        if (parent) parent.hasParts = true;
        open.push({ name, children: new Map(), hasParts: false });
        if (names.length < 2) names.push(name);
        if (usual.test(name)) ofUsualName!.push({ name, depth: open.length });
      },
      onclosetag: () => {
        const depth = open.length;
        const closed = open.pop();
        // A tag that is cut is closed, and was never opened.
        if (!closed) return;
        const { name, hasParts } = closed;
        if (hasParts && (open.at(-1)?.children.get(name) ?? 0) > 1) repeated!.push({ name, depth });
      },
    },
    { xmlMode: true },
  );
  parser.end(beginning);
  return { ofUsualName: ofUsualName!, repeated: repeated!, first: names[1] ?? names[0] ?? '' };
};

/**
 * The name of the elements of a feed that are its postings: the outermost of a usual name, or those that repeat where
 * they are further out than that; else that of the first in the root. A posting may have parts of a usual name, and
 * parts that repeat.
 * @param beginning the first characters of it
 */
export const recordNameOf = (beginning: string): string => {
  const { ofUsualName, repeated, first } = elementsIn(beginning);
  const named = outermost(ofUsualName);
  // "listing" may be the name of the whole list.
  const inRoot = repeated.find(({ name, depth }) => depth === 2 && usual.test(name));
  if (named?.depth === 1 && inRoot) return inRoot.name;
  const many = outermost(repeated);
  if (named && (!many || named.depth <= many.depth)) return named.name;
  return many?.name ?? first;
};
