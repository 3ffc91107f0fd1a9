import { useState } from 'react';
import { announce, nothingSaid } from './lasting.ts';
import { useTick } from './use-tick.ts';

const TICK_MS = 500;

/**
 * A text once it has been the same for three seconds, and the one before until then.
 * @param live whether it is of now: while it is not, what was said stays
 */
export const useLasting = (text: string, live: boolean): string => {
  const nowMs = useTick(TICK_MS);
  const [state, setState] = useState(nothingSaid);
  const next = live ? announce(state, text, nowMs) : state;
  // Set while rendering, as React has it for what follows from a prop: only where something differs.
  if (next.said !== state.said || next.next !== state.next) setState(next);
  return next.said;
};
