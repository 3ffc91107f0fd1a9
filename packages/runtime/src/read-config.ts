import type { z } from 'zod';

/** The exit code of a misconfigured process: EX_CONFIG of sysexits.h. A restart would fail in the same way. */
export const EXIT_MISCONFIGURED = 78;
/** The prefix of each line that reports a configuration error. */
export const CONFIG_ISSUE = 'config: ';

/** Prints each configuration error on a line, and ends the process with `EXIT_MISCONFIGURED`. */
export const endMisconfigured = (faults: readonly string[]): never => {
  for (const issue of faults) process.stderr.write(`${CONFIG_ISSUE}${issue}\n`);
  process.exit(EXIT_MISCONFIGURED);
};

/**
 * Reads a service's configuration once; if it is invalid, all errors are printed and the process ends as
 * misconfigured.
 * @param schema one zod object whose keys are the environment variables
 * @param env usually process.env
 */
export const readConfig = <S extends z.ZodType>(
  schema: S,
  env: Record<string, string | undefined>,
): Readonly<z.infer<S>> => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return Object.freeze(parsed.data as object) as Readonly<z.infer<S>>;
  return endMisconfigured(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
};
