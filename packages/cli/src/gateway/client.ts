import { problem } from '@skillstream/contracts';
import type { z } from 'zod';
import { CliError } from '../terminal/cli-error.ts';

/** The reason below fetch's own "fetch failed". */
export const connectionCode = (error: unknown): string => {
  const cause = (error as { cause?: unknown } | null)?.cause ?? error;
  const { code, message } = (cause ?? {}) as { code?: string; message?: string };
  return code ?? message ?? String(cause);
};

export const notRunning = (address: string): CliError =>
  new CliError(`skillstream is not running: npm start (nobody answers at ${address})`);

/** What a gateway's error says, with every fault by its field. */
export const problemText = (body: unknown, status: number): string => {
  const parsed = problem.safeParse(body);
  if (!parsed.success) return `the gateway answered ${status}`;
  const { title, detail, faults = [] } = parsed.data;
  return [
    detail ?? title,
    ...faults.map((f) => (f.path ? `  ${f.path}: ${f.message}` : `  ${f.message}`)),
  ].join('\n');
};

/**
 * Asks a gateway for JSON.
 * @throws CliError when nobody answers, or the answer is a problem
 */
export const askGateway = async <S extends z.ZodType>(
  address: string,
  path: string,
  schema: S,
  init: RequestInit = {},
): Promise<z.infer<S>> => {
  let response: Response;
  try {
    response = await fetch(new URL(path, address), init);
  } catch (error) {
    const code = connectionCode(error);
    if (code === 'ECONNREFUSED') throw notRunning(address);
    throw new CliError(`the gateway at ${address} does not answer: ${code}`);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new CliError(problemText(body, response.status));
  return schema.parse(body);
};
