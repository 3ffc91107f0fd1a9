import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { buildSchema, type GraphQLField, type GraphQLSchema } from 'graphql';
import { resolveRef } from '../../packages/contracts/src/documents/references.ts';

/** What a parameter may be, as far as values are made of it. */
export type ParameterSchema = {
  type?: string;
  enum?: readonly string[];
  pattern?: string;
  maximum?: number;
  maxLength?: number;
};
export type Parameter = { name: string; in: 'query' | 'path'; required: boolean; schema: ParameterSchema };
/** An operation of the gateway's document, by its method and path. */
export type Operation = {
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** Media types of its body; none where it takes none. */
  takes: string[];
};

type Described = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, unknown> };
};

const resolvedIn = (document: object, schema: ParameterSchema & { $ref?: string }): ParameterSchema =>
  schema.$ref === undefined ? schema : (resolveRef(document, schema.$ref) as ParameterSchema);

/** Every operation of the OpenAPI document. */
export const operationsOf = (
  document: { paths: object } = openApiDocument() as { paths: object },
): Operation[] =>
  Object.entries(document.paths as Record<string, Record<string, Described>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters: parameters
        .filter((one) => one.in === 'query' || one.in === 'path')
        .map((one) => ({ ...one, schema: resolvedIn(document, one.schema) })),
      takes: Object.keys(requestBody?.content ?? {}),
    })),
  );

const schemaFile = join(import.meta.dirname, '../../services/gateway/generated/schema.graphql');

/** The gateway's GraphQL schema, as it is generated. */
export const readSchema = (): GraphQLSchema => buildSchema(readFileSync(schemaFile, 'utf8'));

/** A field of the root that can be asked for. */
export type RootField = { kind: 'query' | 'subscription'; field: GraphQLField<unknown, unknown> };

/** Every field of the schema's roots. */
export const rootFieldsOf = (schema: GraphQLSchema): RootField[] => [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field): RootField => ({
    kind: 'query',
    field,
  })),
  ...Object.values(schema.getSubscriptionType()?.getFields() ?? {}).map((field): RootField => ({
    kind: 'subscription',
    field,
  })),
];

/** The name under which requests for a field are counted. */
export const nameOfField = ({ kind, field }: RootField): string => `GraphQL ${kind} ${field.name}`;
