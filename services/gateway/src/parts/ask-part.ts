import type { z } from 'zod';
import type { FetchPart } from './fetch-part.ts';
import { partAway } from './part-away.ts';
import type { Part } from './route-table.ts';

export type AskOptions = { accept?: number[]; headers?: Record<string, string> };

/** Asks parts short questions whose answer is JSON. */
export const createAskPart =
  (fetchPart: FetchPart) =>
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
    const { status, body } = await fetchPart(part, path, headers);
    if (status !== 200 && !accept.includes(status))
      throw partAway(part, new Error(`${path} answered ${status}`));
    try {
      return schema.parse(JSON.parse(body));
    } catch (error) {
      throw partAway(part, error);
    }
  };

export type AskPart = ReturnType<typeof createAskPart>;
