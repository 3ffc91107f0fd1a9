import type { Guards } from './circuit-breaker.ts';
import { partAway } from './upstream-unavailable.ts';
import type { Part, PartUrls } from './upstreams.ts';

/** What a part answered, whatever its status. */
export type PartAnswer = { status: number; contentType: string | null; etag: string | null; body: string };

type PartRequest = { method?: string; headers: Record<string, string>; body?: string };

// fetch hides the reason one level down: "fetch failed" helps nobody.
const reasonOf = (error: unknown): unknown => (error as { cause?: unknown } | null)?.cause ?? error;

/**
 * Asks parts short questions, whose answers are read whole.
 * @param timeoutMs for one question
 * @param client for whom is asked now: questions and what is handed on count together
 */
export const createFetchPart = (urls: PartUrls, guards: Guards, timeoutMs: number, client: () => string) => {
  const once = async (part: Part, path: string, init: PartRequest): Promise<PartAnswer> => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(new URL(path, urls[part]), { ...init, signal });
      const { status, headers: said } = response;
      return {
        status,
        contentType: said.get('content-type'),
        etag: said.get('etag'),
        body: await response.text(),
      };
    } catch (error) {
      throw partAway(part, reasonOf(error));
    }
  };
  /**
   * @param body makes it a POST
   * @throws SkillstreamError `unavailable`, naming the part, `overloaded` or `rate-limited`
   */
  return (
    part: Part,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<PartAnswer> => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body };
    return guards[part].placeOf(client(), () => guards[part].attempt(() => once(part, path, init)));
  };
};

export type FetchPart = ReturnType<typeof createFetchPart>;
