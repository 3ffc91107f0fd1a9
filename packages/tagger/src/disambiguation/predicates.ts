import { sameCase } from '../matching/fold.ts';
import type { Candidate } from '../matching/create-matcher.ts';
import { after, before, hasSureNeighbour, type Predicate } from './context.ts';

/** All of the predicates hold. */
export const all =
  (...predicates: Predicate[]): Predicate =>
  (context) =>
    predicates.every((predicate) => predicate(context));

/** At least one of the predicates holds. */
export const any =
  (...predicates: Predicate[]): Predicate =>
  (context) =>
    predicates.some((predicate) => predicate(context));

/** The predicate does not hold. */
export const not =
  (predicate: Predicate): Predicate =>
  (context) =>
    !predicate(context);

/** The text before the match matches the pattern, which should end in `$`. */
export const precededBy =
  (pattern: RegExp): Predicate =>
  (context) =>
    pattern.test(before(context));

/** The text after the match matches the pattern, which should begin with `^`. */
export const followedBy =
  (pattern: RegExp): Predicate =>
  (context) =>
    pattern.test(after(context));

/** The word has the upper and lower case of the taxonomy. */
export const asWritten: Predicate = ({ text, match }) => sameCase(text, match.start, match.spelling);

/** An unambiguous skill of one of the categories is within `units` code units. */
export const nearCategory =
  (units: number, ...categories: string[]): Predicate =>
  ({ candidates, match, index }) => {
    const fits = ({ skill, rule }: Candidate) => rule === undefined && categories.includes(skill.category);
    for (let i = index - 1; i >= 0 && candidates[i]!.end > match.start - units; i--)
      if (fits(candidates[i]!)) return true;
    for (let i = index + 1; i < candidates.length && candidates[i]!.start < match.end + units; i++)
      if (fits(candidates[i]!)) return true;
    return false;
  };

/** An unambiguous technical skill is within `units` code units. */
export const near =
  (units: number): Predicate =>
  (context) =>
    hasSureNeighbour(context, units);

const tightBefore = /([,;/|&(+]|\b(and|or|and\/or|e\.g\.|like|than))\s*$/i;
const tightAfter = /^(\s*[,;/|&)+]|\s+(and|or)\b)/i;
const looseBefore = /(^|[,;:/|•·*+&(\n\][–—]|\s-|\b(and|or|and\/or|with|in|on|e\.g\.|like|using|than))\s*$/i;
const looseAfter = /^\s*($|[,;/|•·+&)(\n\][–—]|-\s|\.(\s|$)|\b(and|or)\b)/i;

/**
 * The word is an item of a list with an unambiguous technical skill nearby ("Java, Go or Rust", "Node/Express",
 * bullets). A bullet or a colon on one side is not enough: "- Make sure that" begins with one, too.
 */
export const listed: Predicate = (context) => {
  const [text, rest] = [before(context), after(context)];
  if (looseBefore.test(text) && looseAfter.test(rest)) return hasSureNeighbour(context, 60);
  return (tightBefore.test(text) || tightAfter.test(rest)) && hasSureNeighbour(context, 30);
};

/** As `listed`, but with a separator on both sides: for words that are verbs or common nouns. */
export const item: Predicate = (context) =>
  looseBefore.test(before(context)) && looseAfter.test(after(context)) && hasSureNeighbour(context, 40);

const cueAfter = new RegExp(
  '^[- ](based )?(programming|language|developers?|engineers?|programmers?|development|framework|librar(y|ies)|code|codebase|' +
    'coding|apps?|applications?|APIs?|SDK|backend|back-end|services|microservices|stack|scripts?|scripting|cluster|clusters|' +
    'ecosystem|expert|expertise|experience|knowledge|skills|guru|ninja|hackers?|databases?|DBA|pipelines?|jobs|recipes|cookbooks)\\b',
  'i',
);
const cueBefore = new RegExp(
  '(experience (in|with|using)|written( mostly| primarily)? in|knowledge of|proficien(t|cy) (in|with)|fluen(t|cy) in|' +
    'built (in|with|on)|(coding|programming|code|program|develop|development|developing|scripting) (in|with)|' +
    'familiar(ity)? with|expertise (in|with)|experienced (in|with)|skilled in|strong|skills in|languages?|tech(nology)? stack|stack is|stack)' +
    ':?\\s+$',
  'i',
);

/** The neighbouring words indicate that a tool or language is meant ("Swift developer", "experience with Chef"). */
export const cued: Predicate = any(followedBy(cueAfter), precededBy(cueBefore));
