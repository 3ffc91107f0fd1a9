import { z } from 'zod';
import { charactersLeftOut, tag, tagsLeftOut } from './tag.ts';
import { textUpTo } from './text.ts';

const organization = textUpTo(500)
  .nullish()
  .describe('The employer; its own name in the text is not counted as a skill');

/**
 * The body of `POST /v1/tags`: one text, or a posting's title and description; the employer's own name is no skill.
 */
export const tagsRequest = z.union(
  [
    z.strictObject({ text: z.string(), organization }),
    z.strictObject({ title: z.string(), description: z.string(), organization }),
  ],
  'must be {text} or {title, description}, both with an organization or without',
);
export type TagsRequest = z.infer<typeof tagsRequest>;

/** The query of `POST /v1/tags`. */
export const tagsQuery = z.strictObject({
  explain: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      'If true, also every occurrence of a skill’s name and how it was classified; for at most 20,000 characters.',
    ),
});
export type TagsQuery = z.infer<typeof tagsQuery>;

/** Why an occurrence of a skill's name was or was not classified as the skill. */
export const tagDecision = z.object({
  ...tag.shape,
  taken: z.boolean(),
  /** What decided: an unambiguous form, a company's own name, a negation, the case, or the model. */
  by: z.enum(['form', 'own-name', 'negation', 'case', 'model']),
  /** The same as a sentence. */
  because: z.string(),
  /** Only where the model decided: above 0 the skill is meant; with the features that weighed most. */
  sum: z.number().optional(),
  weights: z.array(z.object({ feature: z.string(), weight: z.number() })).optional(),
});
export type TagDecision = z.infer<typeof tagDecision>;

/** The response of `POST /v1/tags`; spans refer to the text, or to title, an empty line, description. */
export const tagsResult = z.object({
  taxonomyVersion: z.string(),
  modelVersion: z.string(),
  tags: z.array(tag),
  /** Absent where every tag is listed. */
  leftOut: tagsLeftOut.optional(),
  charactersLeftOut,
  /** With `explain=true`: the places where a skill's name occurs, only the first of them where there are very many. */
  decisions: z.array(tagDecision).optional(),
  /** Absent where every decision is listed. */
  decisionsLeftOut: z.int().positive().optional(),
});
export type TagsResult = z.infer<typeof tagsResult>;
