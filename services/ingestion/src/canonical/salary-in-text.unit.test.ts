import { describe, expect, test } from '@jest/globals';
import { salaryInText, salaryInWords } from './salary-in-text.ts';

type Row = [
  words: string,
  min: number | null,
  max: number | null,
  currency: string,
  period: string,
  country?: string,
];

const table: Row[] = [
  // Ranges with every dash and word, thousands and decimals of every habit.
  ['$121K – $151K • Offers Equity', 121_000, 151_000, 'USD', 'year'],
  ['$113.7K—$143.95K', 113_700, 143_950, 'USD', 'year'],
  ['$113.755k ‑ $143.955k', 113_755, 143_955, 'USD', 'year'],
  ['€60.000 bis €75.000', 60_000, 75_000, 'EUR', 'year'],
  ['60 000 € à 75 000 € brut annuel', 60_000, 75_000, 'EUR', 'year'],
  ['60\u202f000 - 75\u202f000 EUR', 60_000, 75_000, 'EUR', 'year'],
  ['between £60,000 and £75,000', 60_000, 75_000, 'GBP', 'year'],
  ["CHF 110'000–130’000", 110_000, 130_000, 'CHF', 'year'],
  ['3.500,50 € brutto pro Monat', 3500.5, 3500.5, 'EUR', 'month'],
  ['€18,50 - €21,00 per uur', 18.5, 21, 'EUR', 'hour'],
  ['60-80k EUR', 60_000, 80_000, 'EUR', 'year'],
  ['65 T€ - 75 T€', 65_000, 75_000, 'EUR', 'year'],
  ['$90-$110k', 90_000, 110_000, 'USD', 'year'],
  ['£60-100,000', 60_000, 100_000, 'GBP', 'year'],
  ['$140K – $1M', 140_000, 1_000_000, 'USD', 'year'],
  ['$120,000k', 120_000, 120_000, 'USD', 'year'],
  ['$55/hr - $65/hr', 55, 65, 'USD', 'hour'],
  ['$120K/yr - $150K/yr', 120_000, 150_000, 'USD', 'year'],
  ['$120,000.00 per year - $150,000.00 per year', 120_000, 150_000, 'USD', 'year'],
  ['EUR 55.000,- bis 65.000,-', 55_000, 65_000, 'EUR', 'year'],
  ['15-25 Lacs P.A.', 1_500_000, 2_500_000, 'INR', 'year'],
  ['$90,000 – $110,000 (USD)', 90_000, 110_000, 'USD', 'year', 'CA'],
  ['HUF 1 000 000 - 1 400 000 bruttó/hó', 1_000_000, 1_400_000, 'HUF', 'month'],
  ['45 000 kr/mån', 45_000, 45_000, 'SEK', 'month', 'SE'],
  // Currencies by sign, code or word, before or after; "$", "kr" and "¥" by the country.
  ['CA$90k - CA$110k', 90_000, 110_000, 'CAD', 'year'],
  ['$90k - $110k', 90_000, 110_000, 'CAD', 'year', 'CA'],
  ['US$90k - US$110k', 90_000, 110_000, 'USD', 'year', 'CA'],
  ['$90k - $110k USD', 90_000, 110_000, 'USD', 'year', 'CA'],
  ['CAD $90k - $110k', 90_000, 110_000, 'CAD', 'year'],
  ['A$116K – A$131K', 116_000, 131_000, 'AUD', 'year'],
  ['$115,000', 115_000, 115_000, 'NZD', 'year', 'NZ'],
  ['SGD 87.5K – SGD 134.4K', 87_500, 134_400, 'SGD', 'year'],
  ['HK$40,000 per month', 40_000, 40_000, 'HKD', 'month'],
  ['45 000 – 55 000 kr i månaden', 45_000, 55_000, 'SEK', 'month', 'SE'],
  ['SEK 45 000/month', 45_000, 45_000, 'SEK', 'month'],
  ['600 000 kr', 600_000, 600_000, 'NOK', 'year', 'NO'],
  ['DKK 45.000 pr. måned', 45_000, 45_000, 'DKK', 'month'],
  ['18 000 - 24 000 PLN / miesiąc', 18_000, 24_000, 'PLN', 'month'],
  ['18 000 zł netto/mies', 18_000, 18_000, 'PLN', 'month'],
  ['60 000 – 80 000 Kč měsíčně', 60_000, 80_000, 'CZK', 'month'],
  ['900 000 - 1 200 000 Ft / hó', 900_000, 1_200_000, 'HUF', 'month'],
  ['8.000 - 12.000 RON pe lună', 8000, 12_000, 'RON', 'month'],
  ['₹71L – ₹91L', 7_100_000, 9_100_000, 'INR', 'year'],
  ['₹12,00,000 - ₹18,00,000 per annum', 1_200_000, 1_800_000, 'INR', 'year'],
  ['INR 12-18 LPA', 1_200_000, 1_800_000, 'INR', 'year'],
  ['¥6,000,000 - ¥9,000,000', 6_000_000, 9_000_000, 'JPY', 'year', 'JP'],
  ['600万円〜900万円', 6_000_000, 9_000_000, 'JPY', 'year'],
  ['¥25K-40K per month', 25_000, 40_000, 'CNY', 'month', 'CN'],
  ['₩60M - ₩80M', 60_000_000, 80_000_000, 'KRW', 'year'],
  ['IDR 120.000.000', 120_000_000, 120_000_000, 'IDR', 'year'],
  ['Rp 120.000.000 - Rp 180.000.000', 120_000_000, 180_000_000, 'IDR', 'year'],
  ['Rp15.000.000 per bulan', 15_000_000, 15_000_000, 'IDR', 'month'],
  ['Rp. 120.000.000 / bulan', 120_000_000, 120_000_000, 'IDR', 'month'],
  ['30.000.000 VND/tháng', 30_000_000, 30_000_000, 'VND', 'month'],
  ['₪25,000 - ₪32,000 per month', 25_000, 32_000, 'ILS', 'month'],
  ['R$ 12.000,00 por mês', 12_000, 12_000, 'BRL', 'month'],
  ['MX$40,000 mensuales', 40_000, 40_000, 'MXN', 'month'],
  ['R850,000 - R1,000,000 per annum', 850_000, 1_000_000, 'ZAR', 'year', 'ZA'],
  ['AED 25,000 – 30,000 monthly', 25_000, 30_000, 'AED', 'month'],
  ['₺90.000 - ₺120.000 per month', 90_000, 120_000, 'TRY', 'month'],
  ['₴80,000 per month', 80_000, 80_000, 'UAH', 'month'],
  ['₱540.00 per hour', 540, 540, 'PHP', 'hour'],
  ['MYR 4.5K – MYR 7K per month', 4500, 7000, 'MYR', 'month'],
  // Periods.
  ['$60/hr', 60, 60, 'USD', 'hour'],
  ['$17.50 – $22.50 per hour • Multiple Ranges', 17.5, 22.5, 'USD', 'hour'],
  ['£450 - £500 p/d', 450, 500, 'GBP', 'day'],
  ['€1,200 a week', 1200, 1200, 'EUR', 'week'],
  ['$12,000 per month', 12_000, 12_000, 'USD', 'month'],
  ['Monthly: $11,000', 11_000, 11_000, 'USD', 'month'],
  ['Stundenlohn 15 €', 15, 15, 'EUR', 'hour'],
  ['55 000 € par an', 55_000, 55_000, 'EUR', 'year'],
  ['45.000 € brutos al año', 45_000, 45_000, 'EUR', 'year'],
  // What is said beside the pay is no pay; base pay goes before OTE.
  ['$111K – $151K • Offers Equity • $21K – $31K Bonus', 111_000, 151_000, 'USD', 'year'],
  ['$116K • $116K Commission • Total OTE: $232,000', 116_000, 116_000, 'USD', 'year'],
  ['OTE $160k - $200k, base $80k - $100k', 80_000, 100_000, 'USD', 'year'],
  ['$160k - $200k OTE ($80k - $100k base)', 80_000, 100_000, 'USD', 'year'],
  ['OTE $160k', 160_000, 160_000, 'USD', 'year'],
  ['$161K – $171K • $81K – $86K Equity', 161_000, 171_000, 'USD', 'year'],
  ['$91K – $121K • $11k Sign-On Bonus', 91_000, 121_000, 'USD', 'year'],
  ['$83,200 ($40 per hour)', 83_200, 83_200, 'USD', 'year'],
  // One end.
  ['from €60k', 60_000, null, 'EUR', 'year'],
  ['ab 60.000 €', 60_000, null, 'EUR', 'year'],
  ['$100k+', 100_000, null, 'USD', 'year'],
  ['up to £80,000', null, 80_000, 'GBP', 'year'],
  ['bis zu 80.000 €', null, 80_000, 'EUR', 'year'],
];

test.each(table)('the field "%s"', (words, min, max, currency, period, country = '') => {
  expect(salaryInWords(words, country || null)?.salary).toEqual({ min, max, currency, period });
});

describe('left out rather than guessed', () => {
  test.each([
    ['an amount of a weak currency that is too little for a year', 'Rp 15.000.000 - Rp 20.000.000'],
    ['one that is too much', 'Rp 12.000.000.000'],
    ['no amount', 'Competitive, DOE'],
    ['no currency', '60,000 - 80,000'],
    ['a share', '0.05% – 0.15%'],
    ['paid once', '$61.00 once'],
    ['only a bonus', '$10k sign-on bonus'],
    ['only equity', '$81K – $86K Equity'],
    ['ends far apart', '$2.00 – $510,000.00'],
    ['ends of unlike size', '$210.00 – $285,000.00'],
    ['an hour of a year', '$23.45 per year'],
    ['a year of an hour', '$90,000 per hour'],
    ['neither year nor month said', '€4.000'],
    ['contradicting ranges', '$100k–$120k (Denver), $150k–$170k (Boston)'],
    ['contradicting currencies', '€60k - $80k'],
    ['a crown of nowhere', '45 000 kr per month'],
    ['trillions', 'a $10T+ industry'],
    ['millions', '$5M'],
  ])('%s', (_, words) => {
    expect(salaryInWords(words, null)).toBeNull();
  });

  test('in Mexico "$30,000 mensuales", which may be pesos or dollars', () => {
    expect(salaryInWords('$30,000 mensuales', 'MX')).toBeNull();
    expect(salaryInWords('EUR 80.000 - 60.000', null)).toBeNull();
  });
});

describe('in a description', () => {
  test('several ranges that contradict each other are left out', () => {
    expect(salaryInText('Denver: $100k–$120k. Boston: $150k–$170k.', null)).toBeNull();
  });

  test('base pay goes before what may be earned, wherever it stands', () => {
    const found = salaryInText('You can earn $200k–$240k OTE. The base salary is $100k–$120k.', null);
    expect(found?.salary).toMatchObject({ min: 100_000, max: 120_000 });
  });

  test('the place in the text is told', () => {
    const text = 'We pay €65k plus bonus.';
    const { start, end } = salaryInText(text, null)!;
    expect(text.slice(start, end)).toBe('€65k');
  });

  test.each([
    'close $250K per quarter',
    'customers with high ACVs ($300K+)',
    'learn for up to $20k',
    'from 5 to 10 people',
  ])('"%s" is none', (text) => {
    expect(salaryInText(text, null)).toBeNull();
  });
});

/** CPU time of this thread for a text, in µs: it excludes what else the machine does. */
const workOf = (text: string, runs = 1): number => {
  const before = process.threadCpuUsage();
  for (let run = 0; run < runs; run += 1) salaryInText(text, null);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / runs;
};

// The longest description that is accepted. The most expensive of these takes some eight times what an ordinary text
// of that length takes; quadratic work would take well over 1,000 times as much.
test.each([
  '1 ',
  '1.',
  '1,2',
  '$1-',
  '9 k€ ',
  "1'000'",
  '60-80k EUR ',
  'between 5 and ',
  'USD 1 ',
  '$1 per ',
  '€',
])('200,000 characters of "%s" take no more work than 60 ordinary texts as long', (unit) => {
  const ordinary = 'We are 40 people, and pay €70k - €90k a year in Bonn. '.repeat(3_700);
  expect(workOf(unit.repeat(200_000 / unit.length))).toBeLessThan(60 * workOf(ordinary, 10));
});
