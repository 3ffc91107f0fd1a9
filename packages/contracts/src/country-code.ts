// Codes that Intl names although they are no longer countries, or nobody works there.
const retired = new Set(
  'AC AN AQ BU BV CP CQ CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ'.split(
    ' ',
  ),
);
const pairs = Array.from({ length: 26 * 26 }, (_, i) =>
  String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
);
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The codes of the countries that there are, as ISO 3166-1 alpha-2. */
export const countryCodes: ReadonlySet<string> = new Set(
  pairs.filter((code) => !retired.has(code) && names.of(code) !== undefined),
);

/** The code that a text is in any case ("de"); null where it is none of a country. */
export const countryCodeOf = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  return countryCodes.has(code) ? code : null;
};

// What people write for a country whose code is another: the European Union has codes of its own for these two.
const misnamed: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

/** What a text has to be to be the code of a country, with the right one where it is plain; null where it is one. */
export const countryCodeFault = (text: string): string | null => {
  if (countryCodes.has(text)) return null;
  const capitals = text.toUpperCase();
  const meant = misnamed.get(capitals) ?? (countryCodes.has(capitals) ? capitals : null);
  return `an ISO 3166-1 alpha-2 code, ${meant === null ? 'like DE' : `which is ${meant} here`}`;
};
