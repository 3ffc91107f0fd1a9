import type { z } from 'zod';
import { endMisconfigured } from './end-misconfigured.ts';

/**
 * Reads a service's configuration once; with faults it prints all of them and ends the process as misconfigured.
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
