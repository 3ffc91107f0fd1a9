/**
 * English as it is written where the reader is: their separators and order of a date, in the words and the digits of
 * the page's own language. A month in another language would stand in the middle of an English sentence, read out with
 * the wrong voice, and one from right to left would turn the line around.
 * @param reader the reader's locale, like de or ar-EG
 */
export const englishOf = (reader: string): string => {
  const region = new Intl.Locale(reader).maximize().region;
  return region === undefined ? 'en' : `en-${region}-u-nu-latn`;
};

/** The locale of every number and date of the page. */
export const locale = englishOf(new Intl.NumberFormat().resolvedOptions().locale);
