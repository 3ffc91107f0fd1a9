// "Company | Role | Berlin", also with dashes and dots; a blank on both sides, as "on-site" has none.
const separator = /(\s*[|•·]\s*|\s+(?:-{1,2}|–|—|\/)\s+|[.!?;]\s+)/u;
const strong = /[|•·]|\s(?:-{1,2}|–|—)\s/gu;
const isBar = /[|•·–—-]/u;
// Of what stands between two bars, and of its beginning where no bar follows; in words.
const LONGEST = 14;
const BEGINNING = 6;
const FRAGMENT = 3;
// "remote is a possibility for the right candidate"
const OFFER = 9;
const FEWEST_OF_SENTENCE = 4;
const MOST_LOWER = 0.6;

/** Who speaks, is spoken to, or does something: words of sentences, in the languages of most postings. */
const ofSentences =
  /(?<![\p{L}\d])(?:i|we|you|he|she|they|our|your|us|my|is|are|was|were|has|have|had|will|would|take|takes|meet|who|wir|du|sie|ihr|uns|unser[en]?|dein[en]?|ist|sind|wird|werden|nous|vous|nos|notre|votre|est|sont|nosotros|nuestr[oa]s?|somos|es|son)(?![\p{L}\d])/iu;

// In capitals "US" is a country.
const saysWho = (part: string): boolean => ofSentences.test(part.replace(/\bUS\b/g, ''));

const isSentence = (part: string): boolean => {
  if (saysWho(part)) return true;
  const words = part.match(/\p{L}[\p{L}\d'’-]*/gu) ?? [];
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= FEWEST_OF_SENTENCE && lower / words.length > MOST_LOWER;
};

/** "REMOTE" in capitals is a label wherever it stands, and so is the word at the beginning of a few others. */
const label = /\b(?:REMOTE|ON-?SITE|HYBRID)\b/;
const begins =
  /^\W*(?:(?:full[- ]?time|fully|possibly|100 ?%|and|or|and\/or) )?(?:remote|on-?site|hybrid)(?![\p{L}\d])/iu;

const isHeadline = (part: string): boolean =>
  label.test(part) || !isSentence(part) || (begins.test(part) && !saysWho(part));

const isFragment = (words: string, isBehindOne: boolean): boolean =>
  (isShort(words, FRAGMENT) && !saysWho(words)) ||
  (isBehindOne && begins.test(words) && isShort(words, OFFER));

/** The few words between commas or brackets: "…, remote possible, …". */
const fragmentsOf = (part: string): string =>
  part
    .split(/([,()])/u)
    .map((words, at) => (at % 2 === 1 || isFragment(words, at > 0) ? words : ''))
    .join('');

/**
 * What is headline in a line: its parts between bars, dashes and ends of sentences that are no sentences themselves,
 * and a few words between commas. "Acme | Berlin | Remote" is one as a whole, and of "Acme (Berlin), remote. We meet
 * in person." it is the beginning. Between bars a few words are a headline whatever they are ("remote is fine"), and
 * what follows them without a bar is not.
 * @param line one line of plain text; it takes linear time
 * @returns the line without its sentences
 */
export const headlineOf = (line: string): string => {
  const isBarred = (line.match(strong)?.length ?? 0) >= 2;
  const parts = line.split(separator);
  const read = (part: string, at: number): string => {
    if (at % 2 === 1 || isHeadline(part)) return part;
    // Behind the last bar a text may begin without one.
    const isClosed = isBar.test(parts[at + 1] ?? '') || at === parts.length - 1;
    if (isBarred && isClosed && isShort(part, LONGEST)) return part;
    const opens = isBar.test(parts[at - 1] ?? '');
    return opens && (isBarred || begins.test(part)) ? beginningOf(part) : fragmentsOf(part);
  };
  return parts.map(read).join('');
};

const isShort = (part: string, most: number): boolean => part.trim().split(/\s+/u, most + 1).length <= most;
const beginningOf = (part: string): string => part.trim().split(/\s+/u, BEGINNING).join(' ');
