import type { Random } from '../../packages/cli/src/sample/random.ts';
import type { ParameterSchema } from './operations.ts';

/** Names that mean something to JavaScript, to MongoDB or to a shell, and nothing to anybody here. */
export const names = [
  ...['constructor', '__proto__', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__'],
  ...['null', 'undefined', 'NaN', 'true', '[object Object]', '$ne', '$where', '*', '..', '.', '-', '', ' '],
] as const;

/** Texts that are strange: what they cost and what they turn into is not what their length says. */
export const strangeTexts = [
  ...['\0', 'a\0b', '\ud800', '\udc00\ud800', '\ufffe', '\u202e', '\ufeff', '\r\n', '\u2028', '\u0000\u0001'],
  ...['e\u0301'.repeat(50), '\u0301'.repeat(500), 'ﷺ'.repeat(100), 'İ'.repeat(100), 'ß', 'ı', '𝒳', '🧑‍🚀'],
  ...[
    "' || '1'=='1",
    '"; DROP',
    '${jndi:ldap://x}',
    '{{7*7}}',
    '<script>',
    '%00',
    '%n%n',
    '../../etc/passwd',
  ],
] as const;

/** What is no whole decimal number in its range, and looks like one to somebody. */
const strangeNumbers = [
  ...[
    '1e3',
    '0x10',
    '0b1',
    '0o7',
    '1.0',
    '.5',
    '5.',
    '+5',
    ' 5',
    '5 ',
    '05',
    '-1',
    '-0',
    '0',
    '1_000',
    '1,000',
  ],
  ...[
    '1001',
    '5001',
    '9007199254740993',
    '1e400',
    'Infinity',
    '-Infinity',
    'NaN',
    '٣',
    '５',
    '²',
    '',
    '5;',
    '5\0',
  ],
] as const;

export const strangeMonths = [
  ...['0000-01', '0500-01', '1000-01', '1989-12', '9999-12', '2024-00', '2024-13', '2024-1', '24-01', '2024'],
  ...[
    '+002024-01',
    '-000001-01',
    '2024-01-01',
    '2024-01T00:00',
    '2024-01 ',
    '２０２４-01',
    '2024‐01',
    '2100-01',
  ],
] as const;

const percent = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** A text as part of a path or a query; half a surrogate pair as the three bytes that UTF-8 forbids. */
export const inTarget = (word: string): string =>
  [...word]
    .map((point) => {
      const code = point.codePointAt(0)!;
      if (code < 0xd800 || code > 0xdfff) return encodeURIComponent(point);
      return [0xed, 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)].map(percent).join('');
    })
    .join('');

/** Pieces of a target that are no text in any encoding. */
export const brokenTargets = ['%', '%zz', '%c0%ae%c0%ae', '%ff%fe', '%00', '%u0041', '%2e%2e%2f', '\x80\xff'];

const common = { countries: ['DE', 'US', 'FR'], skills: ['kubernetes', 'python', 'go', 'java', 'rust'] };

const goodByName: Record<string, readonly string[]> = {
  id: common.skills,
  a: common.skills,
  b: common.skills,
  text: ['kube', 'py'],
  after: ['attack.0'],
  cursor: ['kubernetes'],
  explain: ['true', 'false'],
};

/** A value that a parameter takes. */
export const goodWord = (random: Random, name: string, { enum: values, pattern, type }: ParameterSchema) => {
  // Most countries have no postings.
  if (name === 'country') return random.pick(common.countries);
  if (values) return random.pick(values);
  if (pattern?.startsWith('^\\d{4}')) return `20${random.pick(['10', '24'])}-0${random.pick([1, 6])}`;
  if (pattern?.startsWith('^[a-z0-9]')) return 'relational-databases';
  if (type === 'integer') return String(random.pick([1, 10, 500]));
  return random.pick(goodByName[name] ?? ['backend']);
};

/** A value of which a parameter may not think well. */
export const badWord = (random: Random, { enum: values, pattern, type }: ParameterSchema): string => {
  const long = () => random.pick(['x', '9', 'e\u0301', '%', '-']).repeat(random.pick([101, 1001, 1300]));
  const near = values
    ? [
        random.pick(values).toUpperCase(),
        random.pick(values).toLowerCase(),
        ` ${random.pick(values)}`,
        `${random.pick(values)}s`,
      ]
    : type === 'integer'
      ? strangeNumbers
      : pattern?.startsWith('^\\d{4}')
        ? strangeMonths
        : ['de', 'DEU', 'D\u0130', 'ﬁ'];
  return random.pick([() => random.pick(near), () => random.pick([...names, ...strangeTexts]), long])();
};
