import { z } from 'zod';
import type { JsonSchema } from '../../json-schema.ts';
import { refsByName } from './components.ts';

export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: true;
  description: string;
  schema: JsonSchema;
  example?: unknown;
};

const isFlag = ({ enum: values }: JsonSchema) => JSON.stringify(values) === '["true","false"]';

/**
 * The parameters that a strict zod schema takes from a query. Each has the type that its text stands for ("5" is an
 * integer), and a choice between "true" and "false" is a boolean.
 */
export const queryParameters = (schema: z.ZodObject): Parameter[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'output',
    override: refsByName,
  });
  return Object.entries(properties as Record<string, JsonSchema>).map(
    ([name, { description, ...found }]) => ({
      name,
      in: 'query',
      ...(required.includes(name) && { required: true as const }),
      description: String(description),
      schema: isFlag(found) ? { type: 'boolean' } : found,
    }),
  );
};

/** An id, or a name, as a part of the path. */
export const pathId = (description: string, example: string, name = 'id'): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', minLength: 1 },
  example,
});

/** The name of a source in a path, as `sourceName` has it. */
export const pathSource: Parameter = {
  ...{ name: 'name', in: 'path', required: true, description: 'The name of the source.' },
  schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
  example: 'acme',
};
