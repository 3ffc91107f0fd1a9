// How many units of a currency do the work of a US dollar in pay: by the purchasing power parities of the IMF World
// Economic Outlook, rounded hard. They tell a plausible salary from another number, and convert nothing.
const levels: Record<string, number> = {
  USD: 1,
  EUR: 1,
  GBP: 1,
  CHF: 1,
  CAD: 1,
  AUD: 1,
  NZD: 1,
  SGD: 1,
  MYR: 1.5,
  PLN: 2,
  RON: 2,
  BGN: 1,
  AED: 2,
  SAR: 2,
  BRL: 2.5,
  ILS: 4,
  CNY: 4,
  HKD: 6,
  DKK: 7,
  ZAR: 7,
  SEK: 9,
  NOK: 9,
  MXN: 10,
  THB: 10,
  TRY: 10,
  UAH: 10,
  EGP: 7,
  CZK: 12,
  TWD: 14,
  PHP: 19,
  INR: 20,
  RUB: 28,
  RSD: 40,
  PKR: 60,
  KES: 45,
  NGN: 150,
  JPY: 100,
  ISK: 140,
  HUF: 180,
  ARS: 400,
  CLP: 450,
  KRW: 800,
  COP: 1400,
  IDR: 4700,
  VND: 7000,
};

// Signs and words that mean one currency. Codes in lower case are listed where they are no English word.
const table: Record<string, string> = {
  USD: 'US$|USD$|usd|U$S|Usd',
  EUR: '€|eur|Eur|euro|euros|Euro|Euros',
  GBP: '£|gbp|pounds',
  CHF: 'chf|SFr|SFr.|Fr.|Sfr',
  CAD: 'CA$|C$|CAD$|CDN$|CDN|cad',
  AUD: 'A$|AU$|AUD$|aud',
  NZD: 'NZ$|NZD$|nzd',
  SGD: 'S$|SG$|SGD$|sgd',
  HKD: 'HK$|HKD$|hkd',
  TWD: 'NT$|NTD',
  MXN: 'MX$|Mex$|mxn',
  BRL: 'R$|brl|reais',
  ARS: 'AR$',
  COP: 'COL$',
  SEK: 'sek',
  NOK: 'nok',
  DKK: 'dkk',
  PLN: 'zł|zl|pln|PLN',
  CZK: 'Kč|kč|czk',
  HUF: 'Ft|huf',
  RON: 'lei|ron',
  INR: '₹|INR|inr|rupees',
  JPY: 'JP¥|jpy|yen|円',
  CNY: 'RMB|rmb|CN¥|yuan|元',
  KRW: '₩|krw|won|원',
  ILS: '₪|NIS|nis|ils',
  PHP: '₱|php',
  TRY: '₺|TL',
  UAH: '₴|uah|грн',
  THB: '฿|thb',
  VND: '₫|vnd',
  IDR: 'Rp|Rp.|idr|rupiah',
  NGN: '₦',
  RUB: '₽|руб',
  AED: 'aed|Dhs|dirhams',
};

/** Signs of several currencies; where the work is decides. */
type SharedSign = '$' | 'kr' | '¥' | 'Rs' | 'R';
const shared = new Map<string, SharedSign>(
  Object.entries({
    $: '$',
    dollars: '$',
    kr: 'kr',
    'kr.': 'kr',
    Kr: 'kr',
    '¥': '¥',
    '￥': '¥',
    Rs: 'Rs',
    'Rs.': 'Rs',
    R: 'R',
  }),
);
const byCountry: Record<SharedSign, Record<string, string>> = {
  $: { CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD' },
  kr: { SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK' },
  '¥': { JP: 'JPY', CN: 'CNY' },
  Rs: { IN: 'INR', PK: 'PKR' },
  R: { ZA: 'ZAR' },
};
const writtenAs: Record<SharedSign, string> = {
  $: 'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP',
  kr: 'SEK NOK DKK ISK',
  '¥': 'JPY CNY',
  Rs: 'INR PKR',
  R: 'ZAR',
};
// What a sign means where the country does not say.
const commonest: Partial<Record<SharedSign, string>> = { $: 'USD', '¥': 'JPY', Rs: 'INR' };

const exact = new Map<string, string>([
  ...Object.keys(levels).map((code): [string, string] => [code, code]),
  ...Object.entries(table).flatMap(([code, signs]) =>
    signs.split('|').map((sign): [string, string] => [sign, code]),
  ),
]);
const allSigns = new Set([...exact.keys(), ...shared.keys()]);
const [firsts, lasts] = [new Set<string>(), new Set<string>()];
for (const sign of allSigns) {
  firsts.add(sign[0]!);
  lasts.add(sign.at(-1)!);
}
/** The length of the longest sign, in UTF-16 units. */
export const LONGEST_SIGN = Math.max(...[...allSigns].map(({ length }) => length));

/** Whether these characters are a sign, code or word for a currency. */
export const isSign = (text: string): boolean => allSigns.has(text);
/** Whether a sign may begin with this character: few of those around a number do. */
export const startsSign = (character: string | undefined): boolean => firsts.has(character ?? '');
/** Whether a sign may end with this character. */
export const endsSign = (character: string | undefined): boolean => lasts.has(character ?? '');

/**
 * The currency that the signs around an amount mean, as ISO 4217.
 * @param country where the work is, ISO 3166-1: it decides which dollar "$" is, which crown "kr"
 * @returns null where they contradict each other, or none says which currency
 */
export const currencyOf = (around: readonly string[], country: string | null): string | null => {
  const named = new Set(around.map((sign) => exact.get(sign)).filter((code) => code !== undefined));
  if (named.size > 1) return null;
  const [code] = named;
  const signs = around.map((each) => shared.get(each)).filter((each) => each !== undefined);
  if (code !== undefined) return signs.every((sign) => writtenAs[sign].includes(code)) ? code : null;
  const [sign] = signs;
  if (sign === undefined) return null;
  return byCountry[sign][country ?? ''] ?? commonest[sign] ?? null;
};

/** Whether the country has money of its own that people write with a bare "$", so that they may mean either. */
export const writesPesos = (country: string | null): boolean => /^(?:MX|AR|CL|CO|UY)$/.test(country ?? '');

/** Units of the currency that pay for the work of a US dollar; null for one that no salary is expected in. */
export const payLevelOf = (currency: string): number | null => levels[currency] ?? null;
