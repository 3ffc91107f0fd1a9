import { derived, given, type Derived } from './derived.ts';

// A word that several of them have stands in each: it tells none from the other.
const stopwords: Record<string, string> = {
  en: 'the and of to you we our with for is are your will in at on or as by be from this that',
  de: 'der die und das wir du für mit ein eine ist auf dich deine sie zu in von bei den als',
  fr: 'le la les des et vous nous pour une est dans avec sur votre nos au de en un du que qui',
  es: 'el los las una y para con que nuestro en por tu somos del se como de la un es al',
  pt: 'o os um uma e para com que nosso nossa em por você somos da das dos se como de não são ao seu sua',
  it: 'il lo la gli le un una e per con che nostro nostra in di del della dei siamo si come da non sono nel al',
  nl: 'de het een en van voor met je we wij ons onze in op is zijn aan te bij dat die of om als jij jouw',
  pl: 'w z na do o to się oraz dla jest że lub od po jako nie nas',
  sv: 'och att det är vi en ett som du för med till av på har din ditt dig oss om den',
  da: 'og at det er vi en et som du for med til af på har din dit dig os om den',
  no: 'og å det er vi en et som du for med til av på har din ditt deg oss om den',
};
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(stopwords))
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
// Every letter that occurs in a stopword; a word with any other letter is not a stopword.
const words = /[a-z\u00df-\u024f]+/g;
// Its parts are no words: `com` is Portuguese, `se` Spanish.
const address = /[/@]|[a-z0-9]\.[a-z]/;
const SAMPLE = 300;
const MIN_HITS = 3;
/** One word may be a name ("NGP VAN"). */
const MIN_DIFFERENT = 2;

/**
 * The language of a posting as a primary subtag ("en").
 * @param stated what the sender states, a BCP 47 tag; a malformed one counts as not given
 * @param text the plain description, of which the first 300 characters are searched for stopwords
 * @returns null where the language is not clear
 */
export const languageOf = (stated: string | undefined, text: string): Derived<string | null> => {
  const tag = /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/i.exec(stated?.trim() ?? '');
  if (tag?.[1] !== undefined) return given(tag[1].toLowerCase());
  const hits = new Map<string, string[]>();
  for (const part of text.slice(0, SAMPLE).toLowerCase().split(/\s+/)) {
    if (address.test(part)) continue;
    for (const word of part.match(words) ?? [])
      for (const language of languagesOf.get(word) ?? [])
        hits.set(language, [...(hits.get(language) ?? []), word]);
  }
  const [best, next] = [...hits].sort((a, b) => b[1].length - a[1].length);
  if (best === undefined || best[1].length < MIN_HITS || best[1].length === next?.[1].length)
    return given(null);
  return new Set(best[1]).size >= MIN_DIFFERENT ? derived(best[0], 'text', 'likely') : given(null);
};
