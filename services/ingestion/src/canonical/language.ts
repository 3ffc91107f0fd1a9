import { derived, given, type Derived } from './derived.ts';

const stopwords: Record<string, string> = {
  en: 'the and of to you we our with for is are your will in',
  de: 'der die und das wir du für mit ein eine ist auf dich deine sie zu',
  fr: 'le la les des et vous nous pour une est dans avec sur votre nos au',
  es: 'el los las una y para con que nuestro en por tu somos del se como',
};
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(stopwords))
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
// Every letter that occurs in a stopword; a word with any other letter is not a stopword.
const words = /[a-z\u00df-\u024f]+/g;
const SAMPLE = 300;
const MIN_HITS = 3;

/**
 * The language of a posting as a primary subtag ("en").
 * @param stated what the sender states, a BCP 47 tag; a malformed one counts as not given
 * @param text the plain description, of which the first 300 characters are searched for stopwords
 * @returns null where the language is not clear
 */
export const languageOf = (stated: string | undefined, text: string): Derived<string | null> => {
  const tag = /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/i.exec(stated?.trim() ?? '');
  if (tag?.[1] !== undefined) return given(tag[1].toLowerCase());
  const hits = new Map<string, number>();
  for (const word of text.slice(0, SAMPLE).toLowerCase().match(words) ?? [])
    for (const language of languagesOf.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  const [best] = [...hits].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= MIN_HITS ? derived(best[0], 'text', 'likely') : given(null);
};
