import { sameCase } from '../matching/same-case.ts';
import { nameOf, pairOf, type Name } from '../model/names.ts';
import type { Candidate } from '../matching/candidate.ts';
import type { Source } from '../matching/source.ts';
import type { Context } from './context.ts';
import type { Section } from './section.ts';
import { wordAfter, wordBefore, type Span } from './words.ts';

/** Takes the features of a place one by one: a kind with a value, or with a word of the text in small letters. */
export type FeatureSink = {
  value: (kind: Name, value: Name) => void;
  word: (kind: Name, source: Source, span: Span) => void;
};

/** Words further away than this, in code units, are not looked at. */
export const WORD_REACH = 90;
const WORDS = 4;

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
  before: nameOf('before'),
  beforeThat: nameOf('before that'),
  after: nameOf('after'),
  afterThat: nameOf('after that'),
  around: nameOf('around'),
};

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
  for (let i = 0; i < WORDS; i++) {
    span = wordBefore(context, span.start, least);
    if (span.start === span.end) break;
    if (i < 2) sink.word(i === 0 ? kinds.before : kinds.beforeThat, context, span);
    sink.word(kinds.around, context, span);
  }
  span = { start: match.end, end: match.end };
  for (let i = 0; i < WORDS; i++) {
    span = wordAfter(context, span.end, most);
    if (span.start === span.end) break;
    if (i < 2) sink.word(i === 0 ? kinds.after : kinds.afterThat, context, span);
    sink.word(kinds.around, context, span);
  }
};

/**
 * What the model looks at. Each feature is there or not:
 * - `class`, `skill`: the kind of ambiguity, and which skill it is (how often it is meant at all);
 * - `rule`: what the rule of its class says, also together with the class;
 * - `case`: as in the taxonomy, small, capitals or other; `signs`: what stands to its left and right;
 * - `left`, `right`, `near`, `kin`: how far the next sure skills are, how many, one of its own category among them;
 * - `section`: the heading above, also together with the skill; `before`, `after`: the next two words each way; `around`: any of the next four.
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
  sink.value(kinds.signs, pairOf(left, right));
  const under = nameOf(section);
  sink.value(kinds.section, under);
  sink.value(kinds.skillSection, pairOf(skill, under));
  neighbours(context, sink);
  wordsAround(context, sink);
};
