import { z } from 'zod';
import type { Tagger } from './create-tagger.ts';

const id = z.union([z.string(), z.number()], 'must be a string or a number');
const withText = z.object({ id, text: z.string() });
const withPosting = z.object({ id, title: z.string(), description: z.string() });

/**
 * Tags one line of NDJSON: `{id, text}` or `{id, title, description}` in, `{"id", "tags"}` out; the id is echoed as given.
 * @throws Error whose message names the fault, by field where the JSON is of the wrong shape
 */
export function tagLine(tagger: Tagger, line: string): string {
  const value = parseObject(line);
  if ('text' in value) {
    const { id, text } = check(withText, value);
    return JSON.stringify({ id, tags: tagger.tag(text) });
  }
  const { id, title, description } = check(withPosting, value);
  return JSON.stringify({ id, tags: tagger.tagPosting({ title, description }) });
}

function parseObject(line: string): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    // V8 quotes the text around the fault; a posting's words do not belong in a log.
    throw new Error(`invalid JSON${/ at position \d+/.exec((error as Error).message)?.[0] ?? ''}`, {
      cause: error,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('not a JSON object');
  return value;
}

function check<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
