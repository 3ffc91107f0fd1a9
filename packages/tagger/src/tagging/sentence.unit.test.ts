import { expect, test } from '@jest/globals';
import { ruleWords } from '../disambiguation/rule-words.ts';
import { ruleIds } from '../disambiguation/rules.ts';
import { loadModel } from '../model/load-model.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';
import { createTagger } from './create-tagger.ts';
import { featureWords } from './feature-words.ts';
import { sentenceOf } from './sentence.ts';

const tagger = createTagger(loadTaxonomy(), loadModel());
const reasonOf = (text: string, name: string, organization?: string): string =>
  tagger.explain(text, organization).find((one) => one.text === name)!.because;

test.each([
  ['Services in Python.', 'Python', '“Python” is the name of nothing else'],
  ['Python without any Docker.', 'Docker', '“without any” says that it is not asked for'],
  ['You don’t need Docker.', 'Docker', '“don’t need” says that it is not asked for'],
  ['Python without Docker or Kafka.', 'Kafka', '“without” says that it is not asked for'],
  [
    'Python; Docker knowledge is not required.',
    'Docker',
    '“knowledge is not required” says that it is not asked for',
  ],
  [
    'and make lunch',
    'make',
    '“make” is an ordinary word: it is not written “Make”, and in no list of skills',
  ],
  [
    'Our customers include: Stripe, Datadog.',
    'Datadog',
    'it is a company in a list that begins with “customers include”',
  ],
])('in %j, %s has the reason: %s', (text, name, because) => expect(reasonOf(text, name)).toBe(because));

test('the employer’s own name is said to be that', () =>
  expect(reasonOf('We are MongoDB.', 'MongoDB', 'MongoDB Inc.')).toBe('the employer has this name'));

const match = { ...tagger.decide('Go')[0]!.match };
const line = { first: { start: 0, end: 2 }, kind: 'line' } as const;
const weights = [
  { feature: 'before: to', weight: -2 },
  { feature: 'near: 2 yes', weight: 1.5 },
  { feature: 'before, two: to', weight: -1 },
  { feature: 'class and rule: go yes', weight: 1 },
];
const asked = `its rule asks for ${ruleWords.go('Go')}: that is`;
const speaks = {
  for: 'taken mostly because of two unambiguous skills near it (one of the same category)',
  against: 'refused mostly because of “to” before it',
};
test.each([
  [true, true, `${asked} so here; ${speaks.for}`],
  [false, false, `${asked} not so here; ${speaks.against}`],
  [true, false, `${asked} so here, but that is outweighed; ${speaks.against}`],
  [false, true, `${asked} not so here, but that is outweighed; ${speaks.for}`],
  [null, true, speaks.for],
])(
  'where the rule says %p and the name is taken: %p, it says which won and what weighed',
  (verdict, taken, because) => {
    const reason = { by: 'model', sum: taken ? 1 : -1, verdict, section: 'none', line } as const;
    expect(sentenceOf('Go', { match, taken, reason }, weights)).toBe(because);
  },
);

test('where no single word weighs for the decision, all together did', () => {
  const reason = { by: 'model', sum: 1, verdict: null, section: 'none', line } as const;
  expect(sentenceOf('Go', { match, taken: true, reason }, [])).toBe(
    'taken mostly because of all that is around it together',
  );
});

test('every rule has its words, but for the class without one', () =>
  expect(Object.keys(ruleWords).toSorted()).toEqual(ruleIds.filter((id) => id !== 'topic').toSorted()));

test.each([
  ['before: with', '“with” before it'],
  ['form and after: go to', 'the words “go to”'],
  ['form, left ,: go', '“,” before “go”'],
  ['form, right line: go', 'the end of a line after “go”'],
  ['signs: word ,', 'its place between a word and “,”'],
  ['skill and section: go stack', 'a heading above it on technologies'],
  ['category and section: languages none', 'no heading above it that the model knows'],
  ['skill and case: go small', 'small letters'],
  ['near: 0 no', 'no unambiguous skill near it'],
  ['line begins: you', '“you” at the beginning of the line'],
  ['skill and line: go bullet', 'its place in an item of a list'],
  ['class and rule: go yes', null],
])('the feature %j is %j', (feature, words) => expect(featureWords(feature)).toBe(words));

test('every feature that weighs has words, but for the verdict of the rule', () => {
  const text =
    'Go (lead)\n\nRequirements\n- You react; strong communication\n• Chef, Spring, “Excel”\nAbout us\nGo to C: R/Swift';
  const features = tagger.explain(text).flatMap((one) => one.weights ?? []);
  expect(features.length).toBeGreaterThan(20);
  const silent = features.filter(({ feature }) => featureWords(feature) === null);
  expect(silent.filter(({ feature }) => !feature.startsWith('class and rule'))).toEqual([]);
});
