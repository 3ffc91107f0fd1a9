// `npm run bench:tagging` prints how fast tagging is beside the bare scan of its automaton and beside another
// gazetteer, as ratios within one run, on one core; and what the taxonomy takes to load.
import { createTagger, loadModel, loadTaxonomy, postingText } from '@skillstream/tagger';
import { buildAutomaton, findAll, fold, ROOT, sourceOf, spellings } from '@skillstream/tagger/evaluation';
import { scriptArgs } from '../scripts/script-args.ts';
import { readPostings } from '../quality/postings.ts';
import { loadSkillExtractor } from '../quality/skill-extractor.ts';

scriptArgs({ usage: 'usage: npm run bench:tagging', options: {} }, () => undefined);
const COUNT = 4000;
const ROUNDS = 10;
const [LEAST, MOST] = [2000, 4500];
const say = (line: string) => void process.stdout.write(`${line}\n`);
const megabytes = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const beforeMb = megabytes();
const startedMs = performance.now();
const taxonomy = loadTaxonomy();
const tagger = createTagger(taxonomy, loadModel());
tagger.tag('Python');
say(
  `${taxonomy.skills.length} skills loaded in ${((performance.now() - startedMs) / 1000).toFixed(2)} s, ${(megabytes() - beforeMb).toFixed(0)} MB`,
);

const texts: string[] = [];
for await (const posting of readPostings()) {
  const text = postingText(posting);
  if (text.length >= LEAST && text.length <= MOST) texts.push(text);
  if (texts.length === COUNT) break;
}
const units = texts.reduce((sum, { length }) => sum + length, 0);
say(`${texts.length} postings of ${(units / texts.length / 1000).toFixed(1)} thousand characters`);

const patterns = taxonomy.skills.flatMap(({ forms }) =>
  forms.flatMap(({ text }) => spellings(text).map(fold)),
);
const automaton = buildAutomaton([...new Set(patterns)]);
const other = await loadSkillExtractor();
let seen = 0;
/** The textbook's scan of the same double array: from every unit, whether a word begins there or not. */
const scanFromEveryUnit = (units: Uint16Array) => {
  const { bases, cells, columnOf, ends } = automaton;
  for (let start = 0; start < units.length; start++)
    for (let state = ROOT, end = start; end < units.length; end++) {
      const cell = (bases[state]! + columnOf[units[end]!]!) * 2;
      if (cells[cell] !== state) break;
      state = cells[cell + 1]!;
      if (ends[state] !== 0) seen += 1;
    }
};
const contenders: [string, (text: string) => void][] = [
  ['textbook scan', (text) => scanFromEveryUnit(sourceOf(text).units)],
  ['bare scan', (text) => findAll(automaton, sourceOf(text).units, () => (seen += 1))],
  ['tagging', (text) => (seen += tagger.tag(text).length)],
  ['its gazetteer', (text) => (seen += other.candidates(text).length)],
  ['its bare scan', (text) => (seen += other.extract(text).length)],
];
/** The fastest of the rounds, which take turns: whatever else the machine does, it does to all. */
const best = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++)
  for (const [name, run] of contenders) {
    const startMs = performance.now();
    for (const text of texts) run(text);
    const perSecond = texts.length / ((performance.now() - startMs) / 1000);
    best.set(name, Math.max(best.get(name) ?? 0, perSecond));
  }
for (const [name, perSecond] of best)
  say(`${name.padEnd(16)} ${Math.round(perSecond).toLocaleString('en').padStart(8)} postings/s`);
const ratio = (name: string) => best.get('tagging')! / best.get(name)!;
say(
  `tagging is ${(100 * ratio('bare scan')).toFixed(0)} % of the bare scan, ${(100 * ratio('textbook scan')).toFixed(0)} % of the textbook's, ${ratio('its gazetteer').toFixed(1)} times skill-extractor's gazetteer stage and ` +
    `${ratio('its bare scan').toFixed(1)} times its bare scan (${seen} places)`,
);
const near = 'machine learnin distributed system postgresq kubernete react nativ ';
const timeOf = (megabytes: number) => {
  const text = near.repeat((megabytes * 1_000_000) / near.length);
  const startMs = performance.now();
  tagger.tag(text);
  return performance.now() - startMs;
};
timeOf(1);
say(`ten times as many near matches take ${(timeOf(10) / timeOf(1)).toFixed(1)} times as long`);
