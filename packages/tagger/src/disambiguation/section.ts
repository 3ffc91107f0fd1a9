/** The topic of a section of a posting, by its heading. */
export type Section = 'about' | 'role' | 'requirements' | 'extra' | 'stack' | 'benefits' | 'none';

const LONGEST_HEADING = 60;
/** Maximum distance of a heading, in code units. */
export const SECTION_REACH = 2000;

// The order matters: "About you" is not "about", "Nice to have skills" is not a requirement.
const kinds: [Section, RegExp][] = [
  ['extra', /\b(nice to have|bonus|plus(es)?|preferred|desirable|extra (credit|points)|even better)\b/i],
  ['stack', /\b(stack|technologies|tools we|we use)\b/i],
  [
    'requirements',
    /\b(requirements?|qualifications?|what you('ll)? (need|bring)|you have|must[- ]haves?|skills?|experience|looking for|who you are|about you|ideal candidate|your (profile|background)|you are|you'?ll (need|bring))\b/i,
  ],
  [
    'role',
    /\b(what you('|’)?(ll| will)|responsibilit(y|ies)|(the|this|your|about the) (role|job|position|team)|duties|you('|’)?ll|you will|day[- ]to[- ]day|the work|projects?)\b/i,
  ],
  [
    'benefits',
    /\b(benefits?|perks|offer|why (join|work)|compensation|salary|how to apply|apply|interview|equal opportunity|diversity|inclusion|process|location)\b/i,
  ],
  [
    'about',
    /\b(about|who we are|our (story|mission|company|culture|values|vision|product)|the company|why us|background)\b/i,
  ],
];

const sectionOf = (heading: string): Section | null =>
  kinds.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;

// A heading is a short separate line that is neither a sentence nor an item of a list.
const isHeading = (line: string): boolean =>
  line.length >= 4 && line.length <= LONGEST_HEADING && !/[.,;!]$|^[-•*·–]/.test(line);

/** Creates a function that returns the section of a place; places must be passed in ascending order. */
export const createSections = (text: string): ((index: number) => Section) => {
  let headings: { end: number; section: Section }[] | null = null;
  const find = () => {
    const found: { end: number; section: Section }[] = [];
    for (let start = 0; start < text.length;) {
      const stop = text.indexOf('\n', start);
      const end = stop < 0 ? text.length : stop;
      if (end - start <= LONGEST_HEADING + 8) {
        const line = text.slice(start, end).trim();
        const section = isHeading(line) ? sectionOf(line) : null;
        if (section) found.push({ end, section });
      }
      start = end + 1;
    }
    return found;
  };
  let at = -1;
  return (index) => {
    headings ??= find();
    while (at + 1 < headings.length && headings[at + 1]!.end <= index) at += 1;
    const last = headings[at];
    return last !== undefined && index - last.end <= SECTION_REACH ? last.section : 'none';
  };
};
