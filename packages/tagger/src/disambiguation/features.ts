import { sameCase } from '../matching/fold.ts';
import { nameOf, type Name } from '../model/names.ts';
import type { Candidate } from '../matching/create-matcher.ts';
import type { Source } from '../matching/source.ts';
import type { Context } from './context.ts';
import type { LineBegin } from './line.ts';
import type { Section } from './section.ts';
import { wordAfter, wordBefore, type Span } from './words.ts';

/**
 * Receives the features of a place one by one: a kind with one value, with two, or kinds with a word of the text in
 * lower case.
 */
export type FeatureSink = {
  value: (kind: Name, value: Name) => void;
  pair: (kind: Name, one: Name, other: Name) => void;
  word: (kinds: readonly Name[], source: Source, span: Span) => void;
};

/** A candidate in its context, with its section and the beginning of its line. */
export type PlacedContext = Context & { section: Section; line: LineBegin };

/** Words further away than this, in code units, are ignored. */
const WORD_REACH = 90;

const kinds = {
  skill: nameOf('skill'),
  rule: nameOf('class and rule'),
  case: nameOf('case'),
  skillCase: nameOf('skill and case'),
  signs: nameOf('signs'),
  section: nameOf('section'),
  skillSection: nameOf('skill and section'),
  categorySection: nameOf('category and section'),
  line: nameOf('line'),
  skillLine: nameOf('skill and line'),
  near: nameOf('near'),
};
const [part, lineBegins] = [[nameOf('part')], [nameOf('line begins')]];
/** Kinds of the neighbouring words on each side: the first, the first two, and the first with the form. */
const before = { one: [nameOf('before')], two: [nameOf('before, two')], form: [nameOf('form and before')] };
const after = { one: [nameOf('after')], two: [nameOf('after, two')], form: [nameOf('form and after')] };

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

/** The first character beside a place that is not white space. */
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

const numbers = ['0', '1', '2', '3', '4'].map(nameOf);
const [yes, no, silent] = [nameOf('yes'), nameOf('no'), nameOf('silent')];
const [line, joined, word] = [nameOf('line'), nameOf('joined'), nameOf('word')];
/** Kinds of the form combined with the character on one side of it. */
const formBeside = (side: string) =>
  new Map(
    [...signOf.values(), joined, word].map((sign) => [sign, nameOf(`form, ${side} ${sign.text}`)] as const),
  );
const [form, formLeft, formRight] = [nameOf('form'), formBeside('left'), formBeside('right')];

const isSure = ({ rule }: Candidate): boolean => rule === undefined;

/** Counts other unambiguous skills nearby, and checks whether one of them is of the same category. */
const neighbours = ({ match, candidates, index }: Context, sink: FeatureSink) => {
  let near = 0;
  let kin = false;
  const count = (other: Candidate) => {
    if (other.skill === match.skill || !isSure(other)) return;
    kin ||= other.skill.category === match.skill.category;
    near += 1;
  };
  for (let i = index - 1; i >= 0 && match.start - candidates[i]!.end <= WORD_REACH; i--)
    count(candidates[i]!);
  for (let i = index + 1; i < candidates.length && candidates[i]!.start - match.end <= WORD_REACH; i++)
    count(candidates[i]!);
  sink.pair(kinds.near, numbers[Math.min(near, 4)]!, kin ? yes : no);
};

const wordsAround = (context: Context, sink: FeatureSink) => {
  const { text, match } = context;
  const least = Math.max(0, match.start - WORD_REACH);
  const left = wordBefore(context, match.start, least);
  if (left.start < left.end) {
    sink.word(before.one, context, left);
    sink.word(before.form, context, { start: left.start, end: match.end });
    const { start, end } = wordBefore(context, left.start, least);
    if (start < end) sink.word(before.two, context, { start, end: left.end });
  }
  const most = Math.min(text.length, match.end + WORD_REACH);
  const right = wordAfter(context, match.end, most);
  if (right.start < right.end) {
    sink.word(after.one, context, right);
    sink.word(after.form, context, { start: match.start, end: right.end });
    const { start, end } = wordAfter(context, right.end, most);
    if (start < end) sink.word(after.two, context, { start: right.start, end });
  }
};

/** The form as written here, and its words, so that skills with a common word share what was learnt. */
const writtenAs = (context: Context, left: Name, right: Name, sink: FeatureSink) => {
  const { start, end } = context.match;
  sink.word([form, formLeft.get(left)!, formRight.get(right)!], context, context.match);
  for (let at = wordAfter(context, start, end); at.start < at.end; at = wordAfter(context, at.end, end))
    sink.word(part, context, at);
};

const inLine = (context: PlacedContext, skill: Name, sink: FeatureSink) => {
  const { first, kind } = context.line;
  sink.word(lineBegins, context, first);
  sink.value(kinds.line, nameOf(kind));
  sink.pair(kinds.skillLine, skill, nameOf(kind));
};

/**
 * Passes the features of a candidate to a sink. Each feature is binary:
 * - `skill`: which skill (how often it is meant at all); `class and rule`: the kind of ambiguity, and the verdict of
 *   its rule;
 * - `case`: as in the taxonomy, lower, upper or other, also combined with the skill;
 * - `form`, `part`: the form as written, and each of its words; the form also combined with the character to its left,
 *   that to its right, the word before and the word after; `signs`: both characters;
 * - `before`, `after`: the next word on each side, and the next two; `near`: the number of unambiguous skills nearby,
 *   and whether one is of the same category;
 * - `line`: a bullet, the top of the text or another, also combined with the skill, and its first word;
 * - `section`: the heading above, also combined with the skill and with the category.
 */
export const featuresOf = (context: PlacedContext, verdict: boolean | null, sink: FeatureSink): void => {
  const { text, match } = context;
  const [skill, category] = [nameOf(match.skill.id), nameOf(match.skill.category)];
  const under = nameOf(context.section);
  sink.value(kinds.skill, skill);
  sink.pair(kinds.rule, nameOf(match.rule ?? 'sure'), verdict === null ? silent : verdict ? yes : no);
  const written = caseOf(text, match);
  sink.value(kinds.case, written);
  sink.pair(kinds.skillCase, skill, written);
  const [left, right] = [signAt(context, match.start - 1, -1), signAt(context, match.end, 1)];
  sink.pair(kinds.signs, left, right);
  sink.value(kinds.section, under);
  sink.pair(kinds.skillSection, skill, under);
  sink.pair(kinds.categorySection, category, under);
  writtenAs(context, left, right, sink);
  inLine(context, skill, sink);
  neighbours(context, sink);
  wordsAround(context, sink);
};
