import type { Signature } from '@skillstream/linking';
import { agreementOf } from './agreement.ts';
import { groupsOf } from './groups.ts';
import { halves, readLabels, unmended, type Half, type Label } from './labels.ts';
import { confusionOf, scoreOf, type Score } from './score.ts';
import { readSignatures } from './signatures.ts';

const shifts = [-0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2];

// Every other organization, so that the smaller file is no sparser than the whole.
const halfOf = (ashby: readonly Signature[]): Signature[] => {
  const names = [...new Set(ashby.map(({ organization }) => organization))].sort();
  const kept = new Set(names.filter((_, at) => at % 2 === 0));
  return ashby.filter(({ organization }) => kept.has(organization));
};

/** Everything that `npm run eval:duplicates` prints. @throws Error that says how to tell where the data is */
export const measureAll = async () => {
  const labels = readLabels();
  const signatures = await readSignatures(new Set(labels.flatMap(({ a, b }) => [a, b])));
  const ofHalf = (half: Half): Label[] => labels.filter((label) => label.half === half);
  // Pairs that were chosen because we link them say nothing of what we miss.
  const chosen = labels.filter(({ half }) => half !== 'linked');
  const seen = chosen.filter(({ half }) => !unmended.includes(half));
  const ashby = [...signatures].flatMap(([id, signature]) => (id.startsWith('ashby.') ? [signature] : []));
  return {
    halves: Object.fromEntries(
      halves.map((half) => [half, scoreOf(confusionOf(ofHalf(half), signatures))]),
    ) as Record<Half, Score>,
    seen: scoreOf(confusionOf(seen, signatures)),
    all: scoreOf(confusionOf(chosen, signatures)),
    confusion: confusionOf(chosen, signatures),
    unsure: labels.filter(({ first }) => first === 'unsure').length,
    agreement: agreementOf(labels),
    shifted: shifts.map((by) => ({ by, score: scoreOf(confusionOf(chosen, signatures, by)) })),
    groups: groupsOf(ashby),
    half: groupsOf(halfOf(ashby)),
  };
};
export type Measured = Awaited<ReturnType<typeof measureAll>>;
