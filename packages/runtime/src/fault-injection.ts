import { appError } from '@skillstream/errors';

/** A step at which a test, or a lesson, may end or stop the process. */
export type FaultInjection = (name: string) => void;

const signals = { kill: 'SIGKILL', pause: 'SIGSTOP' } as const;

/**
 * Faults on purpose: `kill:after-store:3` ends the process the third time that step is passed, `pause:` stops it
 * (SIGSTOP) until somebody continues it. Without a plan every step is free.
 * @param plan The variable FAULT_INJECTION: `kill|pause:<step>[:<n>]`, n counts from 1
 * @param send sends a signal to this process
 * @throws SkillstreamError `misconfigured` for a plan that cannot be read: a fault that never comes proves nothing
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
