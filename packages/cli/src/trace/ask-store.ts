import { text as textOf } from 'node:stream/consumers';
import { responseBounds, watchResponse } from '../gateway/response-bounds.ts';
import { CliError } from '../terminal/cli-error.ts';
import { spansOf, type TraceSpan } from './otlp-spans.ts';

// Jaeger 2, and Tempo from 2.5 on.
const PATHS = ['api/v3/traces', 'api/v2/traces'];
const NOT_FOUND = 404;
const bounds = { ...responseBounds, beginsMs: 10_000, silentMs: 10_000, wholeMs: 60_000 };

/** What a trace store says of a trace: its spans, that it has none, or why nothing is known. */
export type StoreResult =
  { spans: TraceSpan[] } | { missing: 'trace' } | { missing: 'store'; reason: string };

const reasonOf = (error: unknown): string => {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message: string };
  return cause?.code ?? cause?.message ?? message;
};

const readSpans = (text: string, address: string): TraceSpan[] => {
  try {
    return spansOf(JSON.parse(text));
  } catch {
    throw new CliError(`what answers at ${address} is no trace store: neither Jaeger's nor Tempo's response`);
  }
};

const ask = async (url: URL): Promise<{ status: number; text: string }> => {
  const watch = watchResponse(bounds, false, 'the trace store');
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: watch.signal,
      headers: { accept: 'application/json' },
    });
    watch.onBytes();
    const body = (response.body ?? new Blob([]).stream()) as AsyncIterable<Uint8Array>;
    return { status: response.status, text: await textOf(watch.bounded(body)) };
  } finally {
    watch.end();
  }
};

/**
 * Asks a trace store for a trace. It is not trusted: no redirect is followed, and size and time are limited.
 * @param address base URL of Jaeger's or Tempo's API
 * @throws CliError where something else answers, or too much is sent
 */
export const askStore = async (address: string, traceId: string): Promise<StoreResult> => {
  const base = address.endsWith('/') ? address : `${address}/`;
  for (const path of PATHS) {
    let answer;
    try {
      answer = await ask(new URL(`${path}/${traceId}`, base));
    } catch (error) {
      if (error instanceof CliError) throw error;
      return { missing: 'store', reason: reasonOf(error) };
    }
    if (answer.status === NOT_FOUND) continue;
    if (answer.status !== 200) return { missing: 'store', reason: `it answers with ${answer.status}` };
    const spans = readSpans(answer.text, address);
    if (spans.length > 0) return { spans };
  }
  return { missing: 'trace' };
};
