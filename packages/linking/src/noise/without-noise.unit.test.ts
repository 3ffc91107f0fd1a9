import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTitle } from '../title.ts';
import { noiseRules, withoutNoise } from './without-noise.ts';

const nowhere = { country: null, region: null, city: null };
const gender = [
  ...[
    '(m/w/d)',
    '(w/m/div.)',
    '(M/W/D)',
    '(m|w|d)',
    '(m, w, d)',
    '(mwd)',
    '(m/w/d*)',
    '(gn)',
    '(d/m/w)',
    'm/w/d',
  ],
  ...[
    '(weiblich/männlich/divers)',
    '(all genders)',
    '(alle Geschlechter)',
    '(f/m/x)',
    '(m/f/d/v)',
    '(m/f)',
    '(x/f/m)',
  ],
  ...[
    'H/F',
    '(F/H)',
    '(H-F)',
    'H/F/X',
    '(m/v/x)',
    '(m/v)',
    '(h/m)',
    '(k/m)',
    '(K/M/X)',
    '(M/F)',
    '(tous genres)',
  ],
];
const week = [
  ...[
    'Vollzeit',
    'in Vollzeit',
    'in Voll- oder Teilzeit',
    'Voll-/Teilzeit',
    'Teilzeit oder Vollzeit',
    '(Vollzeit)',
  ],
  ...[
    '80–100 %',
    '(80-100%)',
    '80 - 100 %',
    'Pensum 100%',
    '60 bis 100 %',
    '80%/100%',
    '38,5 Std./Woche',
    '(40h)',
  ],
  ...[
    'full-time',
    '(Full time)',
    'full or part-time',
    'temps plein',
    'à temps plein',
    'temps plein ou partiel',
  ],
  ...[
    'tiempo completo',
    'jornada completa',
    'tempo pieno',
    'tempo integral',
    'pełny etat',
    'voltijds',
    '32-40 uur',
  ],
  ...['40 hours per week', '35 heures par semaine'],
];
const contract = [
  '(CDI)',
  'contrato indefinido',
  'tempo indeterminato',
  'umowa o pracę',
  '(vast contract)',
  '(permanent)',
];
const noises = [...gender, ...week, ...contract, 'ab sofort', 'in Festanstellung', '(m/w/d, Vollzeit)'];

test.each(noises)('"%s" is no part of a job, behind a word, a comma or a dash, or in a bracket', (noise) => {
  const joints = contract.includes(noise) ? [', ', ' - ', ' | '] : [' ', ', ', ' - ', ' | ', ' – '];
  const titles = joints.map((joint) => `Senior Go Engineer II${joint}${noise}`);
  expect(titles.map((title) => withoutNoise(title, null))).toEqual(titles.map(() => 'Senior Go Engineer II'));
});

describe('the forms of a word for all genders', () => {
  test.each([
    [
      'Entwickler',
      'Entwickler:in',
      'Entwickler*in',
      'Entwickler/in',
      'Entwickler/-in',
      'Entwickler_in',
      'EntwicklerIn',
    ],
    [
      'Entwickler',
      'Entwickler(in)',
      'Entwickler/Entwicklerin',
      'Entwicklerin / Entwickler',
      'Entwickler oder Entwicklerin',
    ],
    ['Kundenberater', 'Kund:innenberater:in', 'Kundenberater*innen'],
    ['Kaufmann', 'Kaufmann/-frau', 'Kaufmann/Kauffrau'],
    ['Angestellte', 'Angestellte:r', 'Angestellte(r)', 'Angestellte/-r'],
    [
      'Technicien support',
      'Technicien(ne) support',
      'Technicien·ne support',
      'Technicien/Technicienne support',
    ],
    ['Chargé de clientèle', 'Chargé(e) de clientèle', 'Chargé.e de clientèle', 'Chargé-e de clientèle'],
    ['Directeur', 'Directeur/trice', 'Directeur/Directrice', 'Directeur(rice)'],
    ['Développeur', 'Développeur/euse', 'Développeur·se', 'Développeur/Développeuse'],
    ['Técnico de sistemas', 'Técnico/a de sistemas', 'Técnico(a) de sistemas', 'Técnico/Técnica de sistemas'],
    ['Specjalista', 'Specjalista/ka', 'Specjalista/-ka', 'Specjalista / Specjalistka'],
    ['Software Engineer', 'Software Engineer(s)'],
  ])('"%s" is one', (plain, ...forms) => {
    expect(forms.map((form) => withoutNoise(form, null))).toEqual(forms.map(() => plain));
  });
});

test.each([
  ...[
    'Senior Go Engineer',
    'Team Lead',
    'Engineer II',
    'Engineer III',
    'C/D Engineer',
    'H/W Engineer',
    'R&D Engineer',
  ],
  ...[
    'F/W Engineer',
    'A/V Technician',
    'Nurse (M-F)',
    'Cook, 8-16h',
    'Cook (18-22h)',
    'Carer (24h)',
    'Engineer, 24/7',
  ],
  ...[
    'Top 10%',
    'Sales, 25% travel',
    'Check-in Agent',
    'LinkedIn Manager',
    'Drive-In Cook',
    'Clerk, Gary/IN',
    'Java/Scala',
  ],
  ...[
    'Permanent Makeup Artist',
    'CDI Specialist',
    'Assistant (CDD)',
    'Assistant (befristet)',
    'https://acme.com/a',
    'Series A/B',
  ],
  ...[
    'Front-end/Back-end',
    'Design/UX Lead',
    'Engineer (2)',
    'Level 80 Engineer',
    'Elektroniker / Techniker',
    'AI/ML',
  ],
])('"%s" keeps all that it says', (title) => {
  expect(withoutNoise(title, null)).toBe(title);
});

test.each([
  [
    'Koch (Teilzeit)',
    'Koch part-time',
    'Koch à temps partiel',
    'Koch, 50 %',
    'Koch (40-60%)',
    'Koch 20h/Woche',
  ],
  [
    'Barista part time',
    'Barista Teilzeit',
    'Barista | deeltijd',
    'Barista, media jornada',
    'Barista - 16-24 uur per week',
  ],
])('a job for a part of the week is another one, in each language the same: "%s"', (...titles) => {
  const read = (title: string) => readTitle(title, nowhere, new Set(), new Set(['acme']));
  const [first, ...others] = titles.map((title) => read(title).job);
  for (const other of others) expect(other).toEqual(first);
  expect(first).not.toEqual(read(titles[0]!.split(' ')[0]!).job);
});

test('"CDI" is a contract but where it is spoken of clinical documents', () => {
  expect(['FR', null, 'US'].map((country) => withoutNoise('Nurse (CDI)', country))).toEqual([
    ...['Nurse', 'Nurse', 'Nurse (CDI)'],
  ]);
});

test.each(['(Full-time)', '(m/w/d)', '80–100 %', 'H/F - CDI', '', ' ', '()'])(
  'of "%s" nothing is taken',
  (title) => {
    expect(withoutNoise(title, null)).toBe(title);
  },
);

const words = [
  'Senior',
  'Go',
  'Team',
  'Lead',
  'II',
  '3',
  'Data',
  'Köchin',
  'C++',
  'Night',
  'Pflege',
  'São',
  'k8s',
  'Staff',
];
test('whatever noise is around and between them, the words of a job stay, in their order', () => {
  const noise = fc.constantFrom(...gender, ...week.filter((one) => /^\(|zeit|time/i.test(one)));
  const part = fc.tuple(
    fc.constantFrom(...words),
    fc.option(noise, { nil: null }),
    fc.constantFrom(' ', ', ', ' - '),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const title = parts
        .map(([word, said, joint]) => word + (said === null ? '' : ` ${said}`) + joint)
        .join('');
      const left = withoutNoise(title, null);
      expect(left.split(/[ ,–-]+/).filter((word) => word !== '')).toEqual(parts.map(([word]) => word));
    }),
  );
});

test('each rule looks at a bounded number of characters', () => {
  expect(noiseRules.length).toBeGreaterThan(20);
  for (const { pattern } of noiseRules) {
    const plain = pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
    expect(plain).not.toMatch(/[*+]|\{\d+,\}/);
  }
});

test.each([
  ' ',
  '(',
  'm/',
  'a',
  '8',
  '80-',
  'Entwickler/',
  'in ',
  'e:',
  ', ',
  ' - ',
  'Voll- oder ',
  '(m/w',
  '-',
  'ab/ab',
])('a title of 400 KB of "%s" is read', (piece) => {
  const read = readTitle(piece.repeat(400_000 / piece.length), nowhere, new Set(), new Set());
  expect(read.job.length).toBeLessThanOrEqual(10);
});
