import { count, counted } from '../terminal/numbers.ts';
import { settled, type Counts } from './counts.ts';

/** What is said of a load that is broken off. */
export const interruptedText = (counts: Counts): string =>
  `broken off: ${counted(settled(counts), 'posting has its result', 'postings have their results')} ` +
  `(${count(counts.accepted)} accepted, ${count(counts.unchanged + counts.resent)} there already, ` +
  `${count(counts.rejected)} rejected). The same command again goes on, and loads nothing twice`;

/**
 * Does something, at whose breaking off something is said; the signal then ends the process as it otherwise would.
 * @param say called at Ctrl-C, or where the process is told to end
 */
export const sayingWhenInterrupted = async <T>(say: () => void, work: () => Promise<T>): Promise<T> => {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const stop = () => signals.forEach((signal) => process.off(signal, onSignal));
  const onSignal = (signal: NodeJS.Signals) => {
    stop();
    say();
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return work().finally(stop);
};
