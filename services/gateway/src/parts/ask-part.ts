import type { z } from 'zod';
import { partAway } from './part-away.ts';
import type { Part, PartUrls } from './route-table.ts';

// fetch hides the reason one level down: "fetch failed" helps nobody.
const reasonOf = (error: unknown): unknown => (error as { cause?: unknown } | null)?.cause ?? error;

export type AskOptions = { accept?: number[]; headers?: Record<string, string> };

/**
 * Asks parts short questions whose answer is JSON.
 * @param timeoutMs for one question
 */
export const createAskPart =
  (urls: PartUrls, timeoutMs: number) =>
  /**
   * @param options statuses that carry the answer beside 200, and headers of the request
   * @throws SkillstreamError `unavailable`, naming the part
   */
  async <S extends z.ZodType>(
    part: Part,
    path: string,
    schema: S,
    { accept = [], headers = {} }: AskOptions = {},
  ): Promise<z.infer<S>> => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(new URL(path, urls[part]), { headers, signal });
      if (response.status !== 200 && !accept.includes(response.status)) {
        await response.body?.cancel();
        throw new Error(`${path} answered ${response.status}`);
      }
      return schema.parse(await response.json());
    } catch (error) {
      throw partAway(part, reasonOf(error));
    }
  };

export type AskPart = ReturnType<typeof createAskPart>;
