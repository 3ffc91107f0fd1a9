import { z } from 'zod';
import type { Tagger } from '../tagging/create-tagger.ts';
import { postingText } from '../tagging/posting-tags.ts';

const id = z.union([z.string(), z.number()], 'must be a string or a number');
const organization = z.string().nullish();
const withText = z.object({ id, text: z.string(), organization });
const withPosting = z.object({ id, title: z.string(), description: z.string(), organization });

/**
 * Tags one line of NDJSON: takes `{id, text}` or `{id, title, description}`, each with an optional `organization`;
 * returns `{"id", "tags"}`, and `decisions` on request. The id is returned as given.
 * @throws Error whose message names the issue, by field when the JSON does not match the schema
 */
export function tagLine(tagger: Tagger, line: string, explained: boolean): string {
  const value = parseObject(line);
  const given = 'text' in value ? check(withText, value) : check(withPosting, value);
  const text = 'text' in given ? given.text : postingText(given);
  const { id, organization } = given;
  return JSON.stringify({
    id,
    tags: tagger.tag(text, organization),
    ...(explained && { decisions: tagger.explain(text, organization) }),
  });
}

function parseObject(line: string): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    // V8 quotes the text around the error; a posting's words do not belong in a log.
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
