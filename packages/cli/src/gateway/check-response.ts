import { problem, type NamedOperation } from '@skillstream/contracts';
import type { z } from 'zod';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';

const UNFIT = "the gateway's answer is not as it should be";

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Validates a value from a gateway. @throws CliError naming the first field that is wrong */
export const checkShape = <S extends z.ZodType>(schema: S, value: unknown): z.infer<S> => {
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  const { path, message } = found.error.issues[0]!;
  const place = path.length > 0 ? `${printable(path.join('.'))}: ` : '';
  throw new CliError(`${UNFIT}: ${place}${printable(message)}`);
};

/**
 * The text of a response whose body matches its operation's schema; of a refusal the problem, and nothing where the
 * body is none.
 * @throws CliError naming the first field that is wrong
 */
export const checkResponse = (operation: NamedOperation | null, ok: boolean, text: string): string => {
  if (!ok) return problem.safeParse(parsed(text)).success ? text : '';
  if (!operation?.response) return text;
  const value = parsed(text);
  if (value === undefined) throw new CliError(`${UNFIT}: it is no JSON`);
  checkShape(operation.response, value);
  return text;
};
