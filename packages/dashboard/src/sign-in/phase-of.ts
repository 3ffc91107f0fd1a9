/** When a token was given and until when it is valid, in ms since 1970. */
export type Validity = { fromMs: number; untilMs: number };
/** What a token is: good, to be renewed, or over. */
export type Phase = 'good' | 'due' | 'over';

const LEAD_MS = 60_000;
/** Of a short life its last fifth. */
const LEAD_SHARE = 0.2;

const dueMs = ({ fromMs, untilMs }: Validity) => untilMs - Math.min(LEAD_MS, (untilMs - fromMs) * LEAD_SHARE);

/** The phase of a token at a time in ms since 1970; one whose end nobody said is good. */
export const phaseOf = (validity: Validity | null, nowMs: number): Phase => {
  if (validity === null || nowMs < dueMs(validity)) return 'good';
  return nowMs < validity.untilMs ? 'due' : 'over';
};

/** How long its phase lasts, in ms; null without an end. */
export const msToNextPhase = (validity: Validity | null, nowMs: number): number | null => {
  const phase = phaseOf(validity, nowMs);
  if (validity === null || phase === 'over') return null;
  return (phase === 'good' ? dueMs(validity) : validity.untilMs) - nowMs;
};
