/** Prints a figure that a test measured, so that it stands in the log of the run. */
export const figure = (text: string): void => void process.stdout.write(`figure: ${text}\n`);
/** Seconds since, on the clock of performance.now(). */
export const secondsSince = (startedMs: number): string =>
  ((performance.now() - startedMs) / 1000).toFixed(1);
