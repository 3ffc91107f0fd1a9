const stopwords: ReadonlyArray<readonly [string, ReadonlySet<string>]> = [
  ['en', new Set('the and of to you we our with for is are your will in'.split(' '))],
  ['de', new Set('der die und das wir du für mit ein eine ist auf dich deine sie zu'.split(' '))],
  ['fr', new Set('le la les des et vous nous pour une est dans avec sur votre nos au'.split(' '))],
  ['es', new Set('el los las una y para con que nuestro en por tu somos del se como'.split(' '))],
];
const SAMPLE = 300;
const MIN_HITS = 3;

/**
 * The language of a posting as a primary subtag ("en").
 * @param given what the sender says, a BCP 47 tag; a malformed one counts as not given
 * @param text the plain description, whose first 300 characters are looked at for stopwords
 * @returns null where no language is plain
 */
export const languageOf = (given: string | undefined, text: string): string | null => {
  const tag = /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/i.exec(given?.trim() ?? '');
  if (tag?.[1] !== undefined) return tag[1].toLowerCase();
  const hits = new Map<string, number>();
  for (const word of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .split(/[^\p{L}]+/u)) {
    for (const [language, list] of stopwords) {
      if (list.has(word)) hits.set(language, (hits.get(language) ?? 0) + 1);
    }
  }
  const [best] = [...hits].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= MIN_HITS ? best[0] : null;
};
