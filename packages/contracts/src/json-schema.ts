import { z } from 'zod';

/** A JSON Schema: draft 7 for AsyncAPI and for the released files, 2020-12 for OpenAPI 3.1. */
export type JsonSchema = { [keyword: string]: unknown };

/** Dates are described by `format` alone: zod's own patterns for them differ from release to release. */
export const datesByFormat = ({ jsonSchema }: { jsonSchema: JsonSchema }): void => {
  if (jsonSchema['format'] === 'date' || jsonSchema['format'] === 'date-time') delete jsonSchema['pattern'];
};

/** The JSON Schema of a zod schema, as readers see it: unknown fields are allowed unless the object is strict. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...found } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: datesByFormat,
  });
  return found;
};
