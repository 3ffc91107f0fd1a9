import { appError } from '@skillstream/errors';

/** A step at which a test or an experiment may kill or pause the process. */
export type FaultInjection = (name: string) => void;

const signals = { kill: 'SIGKILL', pause: 'SIGSTOP' } as const;

/**
 * Fault injection: `kill:after-store:3` kills the process the third time that it reaches the step, `pause:` stops it
 * (SIGSTOP) until SIGCONT. Without a plan nothing happens.
 * @param plan the variable FAULT_INJECTION: `kill|pause:<step>[:<n>]`, n counts from 1
 * @param send sends a signal to this process
 * @throws SkillstreamError `misconfigured` for an invalid plan: a fault that never happens proves nothing
 */
export const createFaultInjection = (
  plan: string | undefined,
  send: (signal: 'SIGKILL' | 'SIGSTOP') => void = (signal) => process.kill(process.pid, signal),
): FaultInjection => {
  if (!plan) return () => undefined;
  const found = /^(kill|pause):([a-z-]+)(?::([1-9]\d*))?$/.exec(plan);
  if (!found) throw appError('misconfigured', `FAULT_INJECTION is like kill:after-store:3, not ${plan}`);
  const signal = signals[found[1] as keyof typeof signals];
  let left = Number(found[3] ?? 1);
  return (name) => {
    if (name !== found[2] || left === 0) return;
    left -= 1;
    if (left === 0) send(signal);
  };
};
