import { Parser } from 'htmlparser2';
import { ofOthers } from '../mapping/beside-postings.ts';
import { fieldOf } from '../mapping/field-of.ts';

const usual =
  /^(?:item|entry|job|position|vacancy|offer|posting|job-?_?posting|job-?_?offer|listing|row|record|stelle|stellenangebot|annonce|oferta|vaga)$/;

/** A name of a beginning, which has a letter for each byte, as the document has it. */
const inUtf8 = (name: string): string => Buffer.from(name, 'latin1').toString('utf8');

/** A name without its namespace, in small letters. */
export const localName = (name: string): string => name.replace(/^[^:]*:/, '').toLowerCase();

/** An element that may be a posting, and how deep it is: 1 is the root. */
type Candidate = { name: string; depth: number; isRepeated: boolean };
type Open = { name: string; parts: Map<string, number>; isTitled: boolean; isDescribed: boolean };

/** The outermost of them; the first of several. */
const outermost = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (best, one) => (best && best.depth <= one.depth ? best : one),
    undefined,
  );

/**
 * What a beginning has of elements: those with a title and a description of their own, or with a description alone;
 * those of a usual name, and those that repeat within one and have parts; and the names of the first two.
 */
const elementsIn = (beginning: string) => {
  const open: Open[] = [];
  const names: string[] = [];
  const full: Candidate[] = [];
  const described: Candidate[] = [];
  const ofUsualName: Candidate[] = [];
  const repeated: Candidate[] = [];
  const mean = (element: Open | undefined, name: string): void => {
    const field = fieldOf(name)?.field;
    if (element && field === 'title') element.isTitled = true;
    if (element && field === 'description') element.isDescribed = true;
  };
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const name = localName(inUtf8(tag));
        const parent = open.at(-1);
        parent?.parts.set(name, (parent.parts.get(name) ?? 0) + 1);
        mean(parent, name);
        const element = { name, parts: new Map<string, number>(), isTitled: false, isDescribed: false };
        for (const attribute of Object.keys(attributes)) mean(element, attribute);
        open.push(element);
        if (names.length < 2) names.push(name);
      },
      onclosetag: () => {
        const closed = open.pop();
        // A tag that is cut is closed, and was never opened.
        if (!closed) return;
        const { name, parts } = closed;
        const isRepeated = (open.at(-1)?.parts.get(name) ?? 0) > 1;
        const one = { name, depth: open.length + 1, isRepeated };
        if (closed.isTitled && closed.isDescribed && !ofOthers.has(name)) full.push(one);
        else if (closed.isDescribed && !ofOthers.has(name)) described.push(one);
        if (usual.test(name)) ofUsualName.push(one);
        if (isRepeated && parts.size > 0 && !ofOthers.has(name)) repeated.push(one);
      },
    },
    { xmlMode: true },
  );
  parser.end(beginning);
  return {
    full,
    described,
    ofUsualName,
    repeated,
    root: names[0] ?? '',
    first: names[1] ?? names[0] ?? '',
  };
};

/**
 * The name of the elements of a feed that are its postings: the outermost that have a title and a description, unless
 * that is the feed's own, which has elements of a usual name with theirs; else the outermost of a usual name, or those
 * that repeat further out than that; else that of the first in the root.
 * @param beginning the first characters of it
 */
export const recordNameOf = (beginning: string): string => {
  const { full, described, ofUsualName, repeated, root, first } = elementsIn(beginning);
  // The channel has a title and a description as well, and may have no items yet.
  if (root === 'rss' || root === 'rdf') return 'item';
  const best = outermost(full);
  if (best) {
    const within = full.filter(({ name, depth }) => depth > best.depth && usual.test(name));
    const isFeed = !full.some(({ name, isRepeated }) => name === best.name && isRepeated);
    return (isFeed && (best.depth === 1 || !usual.test(best.name)) && outermost(within)?.name) || best.name;
  }
  // "listing" may be the name of the whole list; of those that repeat the first is none that has before.
  const listed = outermost(ofUsualName.filter(({ depth, isRepeated }) => depth === 2 && isRepeated));
  const [named, many] = [listed ?? outermost(ofUsualName), outermost(repeated)];
  if (named && (!many || named.depth <= many.depth)) return named.name;
  return many?.name ?? outermost(described)?.name ?? first;
};
