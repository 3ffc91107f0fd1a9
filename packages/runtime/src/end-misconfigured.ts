/** How a process ends that is misconfigured: EX_CONFIG of sysexits.h. The same start again would end the same way. */
export const EXIT_MISCONFIGURED = 78;
/** What each line begins with that tells such a fault. */
export const CONFIG_ISSUE = 'config: ';

/** Prints what is wrong, a line a fault, and ends the process with `EXIT_MISCONFIGURED`. */
export const endMisconfigured = (faults: readonly string[]): never => {
  for (const issue of faults) process.stderr.write(`${CONFIG_ISSUE}${issue}\n`);
  process.exit(EXIT_MISCONFIGURED);
};
