import { none, type Counts } from '@skillstream/tagger/evaluation';
import { dataFile } from './data-folder.ts';
import { readLines } from './read-lines.ts';

type Row = { tokens: string[]; tags_knowledge: string[]; source: string };
/** A sentence of SkillSpan (Zhang et al., 2022) with the places of its knowledge, in code units. */
export type Sentence = {
  text: string;
  spans: { start: number; end: number }[];
  starts: number[];
  ends: number[];
};

const sentenceOf = ({ tokens, tags_knowledge: tags }: Row): Sentence => {
  const [starts, ends]: [number[], number[]] = [[], []];
  let text = '';
  for (const token of tokens) {
    starts.push(text.length);
    text += token;
    ends.push(text.length);
    text += ' ';
  }
  const spans: Sentence['spans'] = [];
  for (const [i, tag] of tags.entries()) {
    if (tag === 'B' || (tag === 'I' && (tags[i - 1] ?? 'O') === 'O'))
      spans.push({ start: starts[i]!, end: ends[i]! });
    else if (tag === 'I') spans.at(-1)!.end = ends[i]!;
  }
  return { text: text.trimEnd(), spans, starts, ends };
};

/** The sentences of developer postings of one part of the corpus. */
export const readSkillSpan = async (part: 'train' | 'dev'): Promise<Sentence[]> => {
  const sentences: Sentence[] = [];
  for await (const row of readLines<Row>(dataFile('labelled', `skillspan.${part}.jsonl.gz`)))
    if (row.source === 'tech') sentences.push(sentenceOf(row));
  return sentences;
};

const key = ({ start, end }: { start: number; end: number }) => `${start}-${end}`;

/** Widens a place to whole tokens, as the corpus has them. */
const toTokens = ({ starts, ends }: Sentence, start: number, end: number) => ({
  start: starts.findLast((one) => one <= start) ?? start,
  end: ends.find((one) => one >= end) ?? end,
});

/** Strict spans: right is only what has both ends of a labelled place. */
export const spansOf = (
  sentences: readonly Sentence[],
  find: (text: string) => { start: number; end: number }[],
): Counts & { missedTexts: string[] } => {
  let counts = none;
  const missedTexts: string[] = [];
  for (const sentence of sentences) {
    const found = new Set(find(sentence.text).map(({ start, end }) => key(toTokens(sentence, start, end))));
    const right = sentence.spans.filter((span) => found.has(key(span)));
    counts = {
      right: counts.right + right.length,
      wrong: counts.wrong + found.size - right.length,
      missed: counts.missed + sentence.spans.length - right.length,
    };
    for (const span of sentence.spans)
      if (!found.has(key(span))) missedTexts.push(sentence.text.slice(span.start, span.end));
  }
  return { ...counts, missedTexts };
};

// Degrees, spoken languages, business domains and whole phrases are knowledge there, and no skills here.
const kinds: [string, RegExp][] = [
  [
    'degrees',
    /\b(degree|bachelor|master|bsc|msc|phd|diploma|computer science|physics|mathematics|engineering$|certificat)/i,
  ],
  [
    'spoken languages',
    /^(english|german|french|italian|spanish|dutch|danish|swedish|norwegian|mandarin|chinese)\b/i,
  ],
  [
    'business domains',
    /\b(banking|financ|insurance|consult|b2b|b2c|e-?commerce|retail|health|marketing|sales|government|business|payments?|logistics|industry|trading|legal|manufacturing)\b/i,
  ],
  ['phrases of more than four words', /^(\S+\s+){4,}\S+$/],
  [
    'fields too wide for a skill',
    /^(software|web|mobile|application|back-?end|front-?end|cloud|it|information|system|technology|security|data|automation|analytics|architecture|design|development|engineering|technical|integration|infrastructure|digital|product)s?( (development|engineering|technology|software|adoption|transformation|architecture|strategy|services|operations|systems?|design|security|knowledge|expertise|insight|frameworks?|logic))*$/i,
  ],
];

/** What share of the missed places is of a kind that is no skill here. */
export const missedKinds = (texts: readonly string[]): string => {
  const rest = [...texts];
  const shares = kinds.map(([kind, pattern]) => {
    const hits = rest.filter((text) => pattern.test(text));
    for (const hit of hits) rest.splice(rest.indexOf(hit), 1);
    return `${kind} ${((100 * hits.length) / texts.length).toFixed(0)} %`;
  });
  return `  of ${texts.length} missed: ${shares.join(', ')}, the rest ${((100 * rest.length) / texts.length).toFixed(0)} %`;
};
