import type { Journey, JourneyStep } from '@skillstream/contracts';
import { textOfJourneyStep } from '@skillstream/contracts/journey-text';
import { millisecondsText } from '../format/durations.ts';
import { count } from '../format/numbers.ts';

/** A step of a journey as people read it. */
export type JourneyRow = {
  step: string;
  /** By shape and by word, not by colour alone. */
  sign: string;
  state: string;
  at: string | null;
  wait: string;
  /** The step that the wait began with; empty without a wait. */
  after: string;
  replica: string;
  record: string;
  remark: string;
};

const NOT_KNOWN = '–';

const stateOf = ({ step, state }: JourneyStep): Pick<JourneyRow, 'sign' | 'state'> => {
  if (state === 'waiting') return { sign: '…', state: 'not yet' };
  if (state === 'unknown') return { sign: '?', state: 'not known' };
  return step === 'dead' ? { sign: '✕', state: 'ended here' } : { sign: '✓', state: 'done' };
};

const waitOf = ({ state, waitedMs, after }: JourneyStep): string => {
  if (state !== 'reached' || after === null) return '';
  return waitedMs === null ? NOT_KNOWN : millisecondsText(waitedMs);
};

const afterOf = ({ state, after }: JourneyStep, retracted: boolean): string =>
  state !== 'reached' || after === null ? '' : textOfJourneyStep(after, retracted);

const recordOf = ({ state, topic, partition, offset }: JourneyStep): string => {
  if (state !== 'reached' || topic === null) return '';
  return partition === null || offset === null ? `${topic} ${NOT_KNOWN}` : `${topic}/${partition}/${offset}`;
};

const remarkOf = (
  { detail, clockBehindMs, after, state, version }: JourneyStep,
  retracted: boolean,
): string =>
  [
    detail,
    state === 'waiting' && version !== null && `version ${count(version)} until then`,
    clockBehindMs !== undefined &&
      `its clock is ${millisecondsText(clockBehindMs)} behind that of “${textOfJourneyStep(after ?? '', retracted)}”, so the wait is not known better`,
  ]
    .filter(Boolean)
    .join('; ');

/** The steps of a journey, one row each, in their order. Pure. */
export const journeyRows = ({
  retracted,
  steps: taken,
}: Pick<Journey, 'retracted' | 'steps'>): JourneyRow[] =>
  taken.map((one) => ({
    ...{
      step: textOfJourneyStep(one.step, retracted),
      ...stateOf(one),
      at: one.state === 'reached' ? one.at : null,
    },
    ...{
      wait: waitOf(one),
      after: afterOf(one, retracted),
      replica: one.replica ?? '',
      record: recordOf(one),
      remark: remarkOf(one, retracted),
    },
  }));

const tookMs = (taken: readonly JourneyStep[]): number | null => {
  const times = taken.flatMap(({ state, at }) => (state === 'reached' && at ? [Date.parse(at)] : []));
  const [accepted, last] = [taken.find(({ step }) => step === 'accepted')?.at, Math.max(...times)];
  return accepted && times.length > 1 ? last - Date.parse(accepted) : null;
};

/** How far a posting is, in a sentence. Pure. */
export const journeyText = ({
  outcome,
  retracted,
  steps: taken,
}: Pick<Journey, 'outcome' | 'retracted' | 'steps'>): string => {
  if (outcome === 'counted') {
    const ms = tookMs(taken);
    const after =
      ms === null ? '' : `: ${millisecondsText(ms)} after ${retracted ? 'that' : 'it'} was accepted`;
    return retracted
      ? `Retracted, and taken out of the counts, in views and facts${after}.`
      : `Counted, in views and facts${after}.`;
  }
  if (outcome === 'dead')
    return retracted
      ? 'Its retraction is a dead letter: it could not be processed, and may still be counted.'
      : 'A dead letter: it could not be processed, and is not counted.';
  if (outcome === 'unknown')
    return `${retracted ? 'Retracted; how' : 'How'} far it is is not known to its end.`;
  const [next] = taken.filter(({ state }) => state === 'waiting');
  return `${retracted ? 'Retracted, on its way out of the counts' : 'On its way'}${
    next ? `; next: ${textOfJourneyStep(next.step, retracted)}` : ''
  } …`;
};
