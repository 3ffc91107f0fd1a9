// `npm run eval` prints how well tagging finds what people find: on labels of our own (the half that nothing was tuned
// on; `tuning` names the other) and on the developer sentences of SkillSpan, beside two gazetteers on the same texts.
import { loadTaxonomy } from '@skillstream/tagger';
import {
  betweenReaders,
  createNames,
  measure,
  ours,
  rawGazetteer,
  scoreOf,
  type Counts,
} from '@skillstream/tagger/evaluation';
import { writeFigures } from './figures.ts';
import { readGold, readSecondReading, type Half } from './gold/gold.ts';
import { measureOurs } from './measure-ours.ts';
import { findPostings } from './postings.ts';
import { missedKinds, readSkillSpan, spansOf } from './skillspan.ts';
import { otherGazetteer } from './skill-extractor.ts';

const WORST = 15;
const half = (process.argv[2] === 'tuning' ? 'tuning' : 'held-out') satisfies Half;
const say = (line = '') => void process.stdout.write(`${line}\n`);
const digits = (value: number) => value.toFixed(3).slice(1).padStart(4);
const row = (name: string, counts: Counts) => {
  const { precision, recall, f1 } = scoreOf(counts);
  const shown = (value: number) => (value === 1 ? '1.00' : digits(value)).padEnd(5);
  return `${name.padEnd(30)} ${[precision, recall, f1].map(shown).join(' ')}  ${counts.right} right, ${counts.wrong} wrong, ${counts.missed} missed`;
};

const taxonomy = loadTaxonomy();
const names = createNames(taxonomy);
const labels = readGold(half);
const postings = await findPostings(labels.map(({ id }) => id));
const systems = [ours(), rawGazetteer(), await otherGazetteer()];

say(`${labels.length} postings, ${half} half: a skill counts once a posting`);
say(`${''.padEnd(30)} prec  rec   F1`);
const results = systems.map((system) => ({
  system,
  measured: measure(system, labels, postings, names, taxonomy),
}));
for (const { system, measured } of results) say(row(system.name, measured.all));
for (const source of new Set(labels.map(({ id }) => id.split('.')[0]!))) {
  const those = labels.filter(({ id }) => id.startsWith(`${source}.`));
  say(
    row(
      `skillstream, ${those.length} of ${source}`,
      measure(systems[0]!, those, postings, names, taxonomy).all,
    ),
  );
}
say();
for (const { system, measured } of results) {
  const { words, areas, names: named } = measured.traps;
  say(
    `${system.name}: of traps taken ${words.taken.length} of ${words.seen} ordinary words, ` +
      `${areas.taken.length} of ${areas.seen} areas only spoken of, ` +
      `${named.taken.length} of ${named.seen} names of customers, partners or the employer`,
  );
}
if (half === 'held-out') {
  const second = readSecondReading();
  say(`\n${second.length} of the same postings by a second reader`);
  say(row('the first reader', betweenReaders(labels, second, names, taxonomy)));
  say(row(systems[0]!.name, measure(systems[0]!, second, postings, names, taxonomy).all));
}
const { byCategory, bySkill, traps } = results[0]!.measured;
for (const [kind, { taken }] of Object.entries(traps)) say(`${kind} taken: ${taken.join(', ') || 'none'}`);
say('\nskillstream by category');
for (const [category, counts] of [...byCategory].sort()) say(row(category, counts));
say('\nthe worst skills, by what is wrong or missed');
const faults = ({ wrong, missed }: Counts) => wrong + missed;
for (const [skill, counts] of [...bySkill].sort((a, b) => faults(b[1]) - faults(a[1])).slice(0, WORST))
  say(row(skill, counts));

const sentences = await readSkillSpan('dev');
say(`\n${sentences.length} sentences of SkillSpan dev, source tech: strict spans of knowledge`);
for (const system of systems) {
  const { missedTexts, ...counts } = spansOf(sentences, (text) => system.find(text, null));
  say(row(system.name, counts));
  if (system === systems[0]) say(missedKinds(missedTexts));
}
if (process.argv.includes('--write')) writeFigures(await measureOurs());
