import { text as textOf } from 'node:stream/consumers';
import { ReadableStream } from 'node:stream/web';
import { matchOperation } from '@skillstream/contracts';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';
import { responseBounds, streamBounds, watchResponse, type ResponseBounds } from './response-bounds.ts';
import { checkResponse } from './check-response.ts';

const WITHOUT_BODY = [204, 205, 304];

const refuseRedirect = (address: string, { status, headers }: Response) => {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null) return;
  throw new CliError(
    `the gateway at ${printable(address)} redirects to ${printable(location)}, and redirects are not followed; ` +
      'if that is the gateway, name it with --gateway',
  );
};

const operationOf = (address: string, { method, url }: Request) => {
  const above = new URL(address).pathname.replace(/\/$/, '');
  return matchOperation(method, new URL(url).pathname.slice(above.length))?.operation ?? null;
};

/**
 * A `fetch` for a gateway that is not trusted: it follows no redirect, limits size and time, and returns only bodies
 * that match the operation's schema. A stream of results is limited here, and validated by its reader.
 * @param address the gateway's base URL
 * @throws CliError where the response breaks one of these rules, any other error where nobody responds in time
 */
export const createValidatingFetch =
  (
    address: string,
    bounds: { result: ResponseBounds; stream: ResponseBounds } = {
      result: responseBounds,
      stream: streamBounds,
    },
  ) =>
  async (request: Request): Promise<Response> => {
    const operation = operationOf(address, request);
    const asksForStream = operation?.id === 'sendPostings';
    const watch = watchResponse(asksForStream ? bounds.stream : bounds.result, asksForStream);
    try {
      const signal = AbortSignal.any([watch.signal, request.signal]);
      const response = await fetch(request, { redirect: 'manual', signal });
      const { status, ok, body } = response;
      refuseRedirect(address, response);
      watch.onBytes();
      const bytes = watch.bounded((body ?? new Blob([]).stream()) as AsyncIterable<Uint8Array>);
      const headers = new Headers(response.headers);
      // These headers describe the body that was received, not the one that is returned.
      for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
      if (asksForStream && ok)
        return new Response(ReadableStream.from(bytes) as ConstructorParameters<typeof Response>[0], {
          status,
          headers,
        });
      const text = checkResponse(operation, ok, await textOf(bytes));
      return new Response(WITHOUT_BODY.includes(status) ? null : text, { status, headers });
    } catch (error) {
      watch.end();
      throw error;
    }
  };

/** Our own error about a response, wherever the client has wrapped it; null for any other error. */
export const cliErrorOf = (error: unknown): CliError | null => {
  if (error instanceof CliError) return error;
  const { cause } = (error ?? {}) as { cause?: unknown };
  return cause instanceof CliError ? cause : null;
};
