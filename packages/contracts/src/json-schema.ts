import { z } from 'zod';

/** A JSON Schema, draft 7: what AsyncAPI and OpenAPI both take. */
export type JsonSchema = { [keyword: string]: unknown };

/**
 * The JSON Schema of a zod schema, as readers see it: unknown fields are allowed unless the object is strict.
 * Dates are told by `format` alone: zod's own patterns for them differ from release to release.
 */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...found } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  });
  return found;
};
