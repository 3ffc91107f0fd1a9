// `npm run train:tagging` learns the weights of packages/tagger/model/weights.json anew from labelled places, the
// tuning half of the gold, SkillSpan's training sentences, the table of cases and made-up postings. The same data
// gives the same file. With a version (`npm run train:tagging -- 2026.12.1`) the weights get that, else they keep
// theirs.
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { createTagger, loadModel, loadTaxonomy, postingText } from '@skillstream/tagger';
import { cases, createNames, modelFile, type ModelFile } from '@skillstream/tagger/evaluation';
import { generateSample } from '../../packages/cli/src/sample/index.ts';
import { readGold } from './gold/gold.ts';
import { readOccurrences } from './gold/occurrences.ts';
import { findPostings } from './postings.ts';
import { readSkillSpan } from './skillspan.ts';
import { examplesOf } from './training/examples.ts';
import { crossValidate, learn, type Example } from './training/learn.ts';

const SIZE = 262_144;
// Sentences of other people's labels: job titles are labelled as no knowledge there.
const SKILLSPAN_WEIGHT = 0.2;
const GOLD_WEIGHT = 1;
// The sentences of the table are few, and each stands for many.
const CASE_WEIGHT = 12;
// Made-up postings are plain: whatever else the weights learn, they must not forget those. No test uses this seed.
const SAMPLE_WEIGHT = 3;
const SAMPLE_SEED = 5;
// A wrong tag costs more trust than a missed one, and an ordinary word taken for a skill the most: where a skill is
// not meant, this much more is it believed.
const AGAINST = { topic: 1.6, word: 4 };

const say = (line: string) => void process.stdout.write(`${line}\n`);
const version = process.argv[2] ?? loadModel().version;
const taxonomy = loadTaxonomy();
const names = createNames(taxonomy);
const { decide } = createTagger(taxonomy, loadModel());

const fromOccurrences = async (): Promise<Example[]> => {
  const occurrences = readOccurrences();
  const postings = await findPostings([...new Set(occurrences.map(({ id }) => id))]);
  const known = new Map(occurrences.map(({ id, skill, start, meant }) => [`${id} ${skill} ${start}`, meant]));
  const examples = [...postings.values()].flatMap((posting) => {
    const text = postingText(posting);
    const place = { text, decisions: decide(text, posting.organization), group: posting.id };
    return examplesOf(
      place,
      ({ match }) => known.get(`${posting.id} ${match.skill.id} ${match.start}`) ?? null,
      {
        ...{ size: SIZE, weight: 1 },
      },
    );
  });
  say(`${examples.length} of ${occurrences.length} labelled places`);
  return examples;
};

const fromGold = async (): Promise<Example[]> => {
  const gold = readGold('tuning');
  const postings = await findPostings(gold.map(({ id }) => id));
  const examples = gold.flatMap(({ id, skills }) => {
    const posting = postings.get(id)!;
    const asked = new Set(skills.map(names));
    const text = postingText(posting);
    const place = { text, decisions: decide(text, posting.organization), group: id };
    const options = { size: SIZE, weight: GOLD_WEIGHT };
    // The gold does not label soft skills.
    return examplesOf(
      place,
      ({ match: { skill } }) => (skill.category === 'soft-skills' ? null : asked.has(skill.id)),
      options,
    );
  });
  say(`${examples.length} places of ${gold.length} postings of the tuning half`);
  return examples;
};

const fromSkillSpan = async (): Promise<Example[]> => {
  const sentences = (await readSkillSpan('train')).filter(({ spans }) => spans.length > 0);
  const examples = sentences.flatMap(({ text, spans }, i) => {
    const place = { text, decisions: decide(text), group: `skillspan ${i}` };
    const options = { size: SIZE, weight: SKILLSPAN_WEIGHT };
    return examplesOf(
      place,
      ({ match }) => spans.some(({ start, end }) => start < match.end && match.start < end),
      options,
    );
  });
  say(`${examples.length} places of ${sentences.length} sentences of SkillSpan`);
  return examples;
};

const fromCases = (): Example[] =>
  cases.flatMap(([skill, text, meant]) => {
    const place = { text, decisions: decide(text), group: text };
    const options = { size: SIZE, weight: CASE_WEIGHT };
    return examplesOf(place, ({ match }) => (match.skill.id === skill ? meant : null), options);
  });

const fromSample = (): Example[] =>
  [...generateSample({ seed: SAMPLE_SEED, count: 2400, firstMonth: '2024-01' })].flatMap(
    ({ posting, truth }, i) => {
      const text = postingText({ title: posting.title ?? '', description: posting.description });
      const wanted = new Set(truth.skillIds);
      const place = { text, decisions: decide(text), group: `sample ${i}` };
      const options = { size: SIZE, weight: SAMPLE_WEIGHT };
      return examplesOf(place, ({ match }) => wanted.has(match.skill.id), options);
    },
  );

const found = [
  ...(await fromOccurrences()),
  ...(await fromGold()),
  ...(await fromSkillSpan()),
  ...fromSample(),
];
const examples = [
  ...found.map((one) =>
    one.meant ? one : { ...one, weight: one.weight * AGAINST[one.rule === 'topic' ? 'topic' : 'word'] },
  ),
  ...fromCases(),
];
say(
  `of places left out of the learning ${(100 * crossValidate(examples, SIZE)).toFixed(1)} % come out right`,
);
const { bias, weights } = learn(examples, SIZE);
const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
const model: ModelFile = {
  version,
  size: SIZE,
  bias: Number(bias.toFixed(4)),
  step: Number(step.toFixed(6)),
  weights: deflateSync(bytes, { level: 9 }).toString('base64'),
};
writeFileSync(modelFile, `${JSON.stringify(model, null, 2)}\n`);
say(
  `${modelFile.pathname}: ${weights.filter((weight) => Math.abs(weight) > step / 2).length} weights of ${SIZE}`,
);
