import { operationPath, problem, type OperationId } from '@skillstream/contracts';
import { messageOf } from '@skillstream/errors';
import type { GatewayAccess } from '../gateway/access.ts';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';

/** Bytes of a refusal that are read. */
const MOST_REFUSAL_BYTES = 10_000;

const refusalOf = async (response: Response): Promise<string> => {
  const text = (await response.text()).slice(0, MOST_REFUSAL_BYTES);
  try {
    const { title, detail } = problem.parse(JSON.parse(text));
    return printable(detail ?? title);
  } catch {
    return `it answers ${response.status}`;
  }
};

/**
 * Opens a stream of Server-Sent Events of a gateway.
 * @returns its body; null where nobody answers, so that one may try again
 * @throws CliError where the gateway refuses
 */
export const openStream = async (
  { address, token }: GatewayAccess,
  id: OperationId,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array> | null> => {
  const held = await token();
  const headers = { accept: 'text/event-stream', ...(held && { authorization: `Bearer ${held}` }) };
  const url = `${address.replace(/\/$/, '')}${operationPath(id)}`;
  const response = await fetch(url, { headers, signal, redirect: 'manual' }).catch(() => null);
  if (response === null || response.status >= 500) return null;
  if (!response.ok) {
    const why = await refusalOf(response).catch(messageOf);
    throw new CliError(`the gateway at ${printable(address)} shows no stream: ${why}`);
  }
  return response.body as AsyncIterable<Uint8Array> | null;
};
