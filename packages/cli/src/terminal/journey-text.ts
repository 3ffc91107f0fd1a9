import {
  textOfJourneyStep,
  type Journey,
  type JourneyStep,
  type UnavailableService,
} from '@skillstream/contracts';
import { counted } from './numbers.ts';
import { printable } from './printable.ts';
import { table } from './tables.ts';
import { waterfall, type Span } from './waterfall.ts';

const AXIS_CELLS = 32;
const outcomes = {
  waiting: 'on its way',
  counted: 'counted',
  dead: 'a dead letter',
  unknown: 'not known to its end',
} as const;
const outcomesOfRetraction = {
  ...outcomes,
  waiting: 'on its way out of the counts',
  counted: 'taken out of the counts',
  dead: 'its retraction is a dead letter',
} as const;
const states = { reached: '', waiting: 'waits', unknown: 'not known' } as const;

/** Milliseconds as `7 ms`, `1.2 s`, `3 min` or `2.5 h`: a wait may be any of them. */
export const waited = (ms: number): string => {
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 3_600_000 ? `${(ms / 60_000).toFixed(1)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
};

const spanOf = ({ at, waitedMs }: JourneyStep): Span | null => {
  const toMs = Date.parse(at ?? '');
  return Number.isNaN(toMs) ? null : { fromMs: toMs - (waitedMs ?? 0), toMs };
};

// `-` where it is known that nothing can be shown, and nothing at all where the step is not reached.
const placeOf = ({ state, topic, partition, offset }: JourneyStep): string => {
  if (state !== 'reached' || topic === null) return '';
  return offset === null ? `${topic} –` : `${topic}/${partition}/${offset}`;
};
const waitOf = ({ state, waitedMs, after }: JourneyStep): string => {
  if (state !== 'reached') return states[state];
  return waitedMs === null ? (after === null ? '' : '–') : waited(waitedMs);
};

const remarksOf = (steps: readonly JourneyStep[], nameOf: (step: string) => string): string[] =>
  steps.flatMap(({ step, state, detail, clockBehindMs, after, version }) =>
    [
      ...(detail === undefined ? [] : [printable(detail, 400)]),
      ...(state === 'waiting' && version !== null ? [`version ${version} until then`] : []),
      ...(clockBehindMs === undefined || after === null
        ? []
        : [
            `its clock is ${waited(clockBehindMs)} behind that of “${nameOf(after)}”, so the wait is not known better`,
          ]),
    ].map((remark) => `${nameOf(step)}: ${remark}`),
  );

const awayLine = ({ part, reason }: UnavailableService): string =>
  `${printable(part)} is away: ${printable(reason)}`;

/** A posting's journey as text: a line for each step with its wait as a waterfall, remarks, and what is away. */
export const journeyText = ({
  postingId,
  source,
  version,
  retracted,
  outcome,
  traceId,
  steps,
  expiredAt,
  away = [],
}: Journey): string => {
  const nameOf = (step: string) => textOfJourneyStep(step, retracted);
  const bars = waterfall(steps.map(spanOf), AXIS_CELLS);
  const rows = steps.map((step, i) => [
    nameOf(step.step),
    step.at ?? '',
    waitOf(step),
    bars[i]!,
    step.replica ?? '',
    placeOf(step),
  ]);
  const title = `${postingId}${source === null ? '' : ` of ${source}`}, version ${version}${retracted ? ', retracted' : ''}: ${(retracted ? outcomesOfRetraction : outcomes)[outcome]}`;
  const open = steps.filter(({ state }) => state === 'waiting').length;
  return [
    printable(open === 0 ? title : `${title}, ${counted(open, 'step')} to go`, 400),
    table(['step', 'time', 'wait', '', 'replica', 'record'], rows, [2]),
    ...(expiredAt === undefined
      ? []
      : [`expired on ${expiredAt.slice(0, 10)}: its text is gone, and it goes on counting`]),
    ...(traceId === null ? [] : [`trace ${traceId}`]),
    ...remarksOf(steps, nameOf),
    ...away.map(awayLine),
  ].join('\n');
};
