// Names of months as CLDR has them, in the languages of the columns' names; Polish and others inflect them in dates.
const languages = ['en', 'de', 'fr', 'es', 'pt', 'pl', 'it', 'nl'];

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

const named = (language: string, month: 'long' | 'short', withDay: boolean) => {
  const format = new Intl.DateTimeFormat(language, {
    month,
    timeZone: 'UTC',
    ...(withDay && { day: 'numeric' }),
  });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(new Date(Date.UTC(2020, index, 15)));
    return [plain(parts.find(({ type }) => type === 'month')!.value), index + 1] as const;
  });
};

const months = new Map(
  languages.flatMap((language) =>
    (['short', 'long'] as const).flatMap((month) =>
      [false, true].flatMap((withDay) => named(language, month, withDay)),
    ),
  ),
);
// The usual short form of English in print.
months.set('sept', 9);
// As the administration of Austria writes them.
months.set('janner', 1);
months.set('feber', 2);

/** The number of a month by its name, long or short, in any of the languages; null where it is none. */
export const monthOf = (name: string): number | null => months.get(plain(name)) ?? null;
