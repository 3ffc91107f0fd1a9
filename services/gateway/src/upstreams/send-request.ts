import { request, type Agent, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { UpstreamRequest, UpstreamResponse } from './fetch-upstream.ts';

/** Whether an idle connection broke because the upstream closed it just as it was reused: nothing was processed. */
export const isStaleConnection = (error: unknown): boolean =>
  /^(ECONNRESET|EPIPE)$/.test(String((error as { code?: unknown } | null)?.code));

const responseOf = async (response: IncomingMessage): Promise<UpstreamResponse> => ({
  status: response.statusCode!,
  contentType: response.headers['content-type'] ?? null,
  etag: response.headers.etag ?? null,
  body: await text(response),
});

/**
 * Sends a whole request and reads its whole response. Its path is sent as it is, which `fetch` does not do: an id of
 * dots, even encoded, would lead to another path there (WHATWG URL, "double-dot path segment").
 * @param signal its reason is thrown when it aborts before the response is complete
 * @throws what Node throws when there is no response, or it breaks off
 */
export const sendRequest = async (
  base: URL,
  upstreamRequest: UpstreamRequest,
  { agent, signal }: { agent: Agent; signal: AbortSignal },
): Promise<UpstreamResponse> => {
  const { body, ...options } = upstreamRequest;
  const attempt = (by: Agent | false): Promise<UpstreamResponse> =>
    new Promise<UpstreamResponse>((resolve, reject) => {
      const sending = request(base, { ...options, agent: by, signal });
      let begun = false;
      sending.on('response', (response) => {
        begun = true;
        responseOf(response).then(resolve, reject);
      });
      sending.on('error', (error) => {
        // Idle connections of the agent may all be closed: a new one is opened.
        const isStale = !begun && sending.reusedSocket && isStaleConnection(error);
        if (isStale && by !== false) attempt(false).then(resolve, reject);
        else reject(error);
      });
      sending.end(body);
    });
  try {
    return await attempt(agent);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
};
