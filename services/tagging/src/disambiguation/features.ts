import { sameCase } from '../matching/same-case.ts';
import { nameOf, type Name } from '../model/names.ts';
import type { Candidate } from '../matching/candidate.ts';
import type { Source } from '../matching/source.ts';
import type { Context } from './context.ts';
import { lineBegin } from './line.ts';
import type { Section } from './section.ts';
import { wordAfter, wordBefore, type Span } from './words.ts';

/** Takes the features of a place one by one: a kind with a value, with two, or some kinds with a word of the text in small letters. */
export type FeatureSink = {
  value: (kind: Name, value: Name) => void;
  pair: (kind: Name, one: Name, other: Name) => void;
  word: (kinds: readonly Name[], source: Source, span: Span) => void;
};

/** Words further away than this, in code units, are not looked at. */
export const WORD_REACH = 90;

const kinds = {
  class: nameOf('class'),
  skill: nameOf('skill'),
  rule: nameOf('rule'),
  ruleYes: nameOf('class, rule yes'),
  ruleNo: nameOf('class, rule no'),
  case: nameOf('case'),
  signLeft: nameOf('sign left'),
  signRight: nameOf('sign right'),
  signs: nameOf('signs'),
  section: nameOf('section'),
  skillSection: nameOf('skill and section'),
  left: nameOf('left'),
  right: nameOf('right'),
  near: nameOf('near'),
  kin: nameOf('kin'),
  category: nameOf('category'),
  categorySection: nameOf('category and section'),
  line: nameOf('line'),
};
const around = nameOf('around');
/** What the next words each way are called, nearest first. */
const before = [[nameOf('before'), around], [nameOf('before that'), around], [around], [around]];
const after = [[nameOf('after'), around], [nameOf('after that'), around], [around], [around]];
const [form, part, lineBegins] = [[nameOf('form')], [nameOf('part')], [nameOf('line begins')]];

const signs: [string, string][] = [
  ...[...',;/|+&'].map((sign): [string, string] => [sign, sign]),
  ...[...'()[]'].map((sign): [string, string] => [sign, 'bracket']),
  ...[...'•·*●▪◦'].map((sign): [string, string] => [sign, 'bullet']),
  ...[...'-–—'].map((sign): [string, string] => [sign, 'dash']),
  ...[...'.!?'].map((sign): [string, string] => [sign, 'stop']),
  ...[...'"“”\'’'].map((sign): [string, string] => [sign, 'quote']),
  [':', 'colon'],
  ['\n', 'line'],
];
const signOf = new Map(signs.map(([sign, kind]) => [sign.charCodeAt(0), nameOf(kind)]));
const isBlank = (unit: number | undefined): boolean => unit === 0x20 || unit === 0x09 || unit === 0xa0;

/** The first sign beside a place that is no blank. */
const signAt = ({ units }: Context, from: number, step: 1 | -1): Name => {
  let index = from;
  while (isBlank(units[index])) index += step;
  const unit = units[index];
  if (unit === undefined) return line;
  return signOf.get(unit) ?? (index === from ? joined : word);
};

const caseOf = (text: string, { start, end, spelling }: Candidate): Name => {
  if (sameCase(text, start, spelling)) return nameOf('own');
  const written = text.slice(start, end);
  if (written === written.toLowerCase()) return nameOf('small');
  return nameOf(written === written.toUpperCase() ? 'capitals' : 'other');
};

const distances = (
  [
    [4, 'beside'],
    [15, '15'],
    [40, '40'],
    [90, '90'],
    [Infinity, 'far'],
  ] as const
).map(([most, name]) => ({ most, name: nameOf(name) }));
const nearness = (units: number): Name => distances.find(({ most }) => units <= most)!.name;
const numbers = ['0', '1', '2', '3', '4'].map(nameOf);
const [yes, no, silent] = [nameOf('yes'), nameOf('no'), nameOf('silent')];
const [line, joined, word] = [nameOf('line'), nameOf('joined'), nameOf('word')];

const isSure = ({ rule }: Candidate): boolean => rule === undefined;

const neighbours = ({ match, candidates, position }: Context, sink: FeatureSink) => {
  let [left, right, near] = [Infinity, Infinity, 0];
  let kin = false;
  for (let i = position - 1; i >= 0 && match.start - candidates[i]!.end <= WORD_REACH; i--) {
    const other = candidates[i]!;
    if (other.skill === match.skill || !isSure(other)) continue;
    left = Math.min(left, match.start - other.end);
    kin ||= other.skill.category === match.skill.category;
    near += 1;
  }
  for (let i = position + 1; i < candidates.length && candidates[i]!.start - match.end <= WORD_REACH; i++) {
    const other = candidates[i]!;
    if (other.skill === match.skill || !isSure(other)) continue;
    right = Math.min(right, other.start - match.end);
    kin ||= other.skill.category === match.skill.category;
    near += 1;
  }
  sink.value(kinds.left, nearness(left));
  sink.value(kinds.right, nearness(right));
  sink.value(kinds.near, numbers[Math.min(near, 4)]!);
  sink.value(kinds.kin, kin ? yes : no);
};

const wordsAround = (context: Context, sink: FeatureSink) => {
  const { text, match } = context;
  const least = Math.max(0, match.start - WORD_REACH);
  const most = Math.min(text.length, match.end + WORD_REACH);
  let span = { start: match.start, end: match.start };
  for (const kindsOfIt of before) {
    span = wordBefore(context, span.start, least);
    if (span.start === span.end) break;
    sink.word(kindsOfIt, context, span);
  }
  span = { start: match.end, end: match.end };
  for (const kindsOfIt of after) {
    span = wordAfter(context, span.end, most);
    if (span.start === span.end) break;
    sink.word(kindsOfIt, context, span);
  }
};

/** How the skill is written here, and the words of that: what one skill has learnt helps another with such words. */
const writtenAs = (context: Context, sink: FeatureSink) => {
  const { start, end } = context.match;
  sink.word(form, context, context.match);
  for (let at = wordAfter(context, start, end); at.start < at.end; at = wordAfter(context, at.end, end))
    sink.word(part, context, at);
};

const inLine = (context: Context, sink: FeatureSink) => {
  const { first, kind } = lineBegin(context, context.match.start);
  sink.word(lineBegins, context, first);
  sink.value(kinds.line, nameOf(kind));
};

/**
 * What the model looks at. Each feature is there or not:
 * - `class`, `skill`: the kind of ambiguity, and which skill it is (how often it is meant at all);
 * - `rule`: what the rule of its class says, also together with the class;
 * - `case`: as in the taxonomy, small, capitals or other; `signs`: what stands to its left and right;
 * - `left`, `right`, `near`, `kin`: how far the next sure skills are, how many, one of its own category among them;
 * - `form`, `part`: the words it is written in, all together and each by itself; `category`;
 * - `line`: a bullet, the top of the text or another, and its first word;
 * - `section`: the heading above, also together with the skill and with the category; `before`, `after`: the next two words each way; `around`: any of the next four.
 */
export const featuresOf = (
  context: Context,
  verdict: boolean | null,
  section: Section,
  sink: FeatureSink,
): void => {
  const { text, match } = context;
  const [kind, skill] = [nameOf(match.rule ?? 'sure'), nameOf(match.skill.id)];
  sink.value(kinds.class, kind);
  sink.value(kinds.skill, skill);
  sink.value(kinds.rule, verdict === null ? silent : verdict ? yes : no);
  sink.value(verdict ? kinds.ruleYes : kinds.ruleNo, kind);
  sink.value(kinds.case, caseOf(text, match));
  const [left, right] = [signAt(context, match.start - 1, -1), signAt(context, match.end, 1)];
  sink.value(kinds.signLeft, left);
  sink.value(kinds.signRight, right);
  sink.pair(kinds.signs, left, right);
  const under = nameOf(section);
  sink.value(kinds.section, under);
  sink.pair(kinds.skillSection, skill, under);
  const category = nameOf(match.skill.category);
  sink.value(kinds.category, category);
  sink.pair(kinds.categorySection, category, under);
  writtenAs(context, sink);
  inLine(context, sink);
  neighbours(context, sink);
  wordsAround(context, sink);
};
