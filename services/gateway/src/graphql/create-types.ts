import { appError } from '@skillstream/errors';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLOutputType,
} from 'graphql';
import { z } from 'zod';
import { costOfRows } from './cost.ts';
import type { Context } from './context.ts';
import { beyondInt, nameOfEnum, nameOfObject, type TypeName } from './type-names.ts';

export type Fields = GraphQLFieldConfigMap<unknown, Context>;
/** Fields that a type has beside those of its schema, by the type's name. */
export type MoreFields = Record<string, () => Fields>;

const unnamed = (place: string) => appError('misconfigured', `${place} needs a name in type-names.ts`);
const isOpen = (schema: z.ZodType): schema is z.ZodOptional | z.ZodNullable =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;
// A number that may be sent as text is wrapped in a coercion.
const inside = (schema: z.ZodType): z.ZodType => {
  if (isOpen(schema)) return inside(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodPipe ? inside(schema.out as z.ZodType) : schema;
};
const describe = (schema: z.ZodType): string | undefined =>
  schema.description ?? (isOpen(schema) ? describe(schema.unwrap() as z.ZodType) : undefined);

// GraphQL's convention for enum values; internally they stay as they are on the wire.
const constantOf = (value: string): string => value.toUpperCase().replaceAll('-', '_');

/**
 * Makes GraphQL types of the contracts' zod schemas, so that no shape is defined twice: each schema is one type, a
 * value that is optional or nullable is nullable, and every other is not.
 */
export const createTypes = (more: MoreFields) => {
  const objects = new Map<z.ZodType, GraphQLObjectType>();
  const enums = new Map<string, GraphQLEnumType>();

  const enumOf = (values: string[], place: string): GraphQLEnumType => {
    const named = nameOfEnum(values);
    if (!named) throw unnamed(place);
    const existing = enums.get(named.name);
    if (existing) return existing;
    const made = new GraphQLEnumType({
      ...named,
      values: Object.fromEntries(values.map((value) => [constantOf(value), { value }])),
    });
    enums.set(named.name, made);
    return made;
  };

  const leafOf = (schema: z.ZodType, place: string) => {
    if (schema instanceof z.ZodEnum) return enumOf(schema.options.map(String), place);
    if (schema instanceof z.ZodNumber)
      return schema.isInt && !beyondInt.has(place) ? GraphQLInt : GraphQLFloat;
    if (schema.def.type === 'string') return GraphQLString;
    if (schema.def.type === 'boolean') return GraphQLBoolean;
    throw appError('misconfigured', `${place}: GraphQL has no ${schema.def.type}; word it in shapes.ts`);
  };

  const fieldsOf = (shape: z.ZodRawShape, name: string): Fields =>
    Object.fromEntries(
      Object.entries(shape as Record<string, z.ZodType>).map(([field, schema]) => {
        const place = `${name}.${field}`;
        const type = isOpen(schema) ? typeOf(schema, place) : new GraphQLNonNull(typeOf(schema, place));
        const rows = inside(schema) instanceof z.ZodArray ? costOfRows(place) : undefined;
        return [field, { type, description: describe(schema), extensions: { complexity: rows } }];
      }),
    );

  const objectOf = (schema: z.ZodObject, named: TypeName): GraphQLObjectType => {
    const made = new GraphQLObjectType({
      ...named,
      fields: () => ({ ...fieldsOf(schema.shape, named.name), ...more[named.name]?.() }),
    });
    objects.set(schema, made);
    return made;
  };

  /** The nullable type of a schema. @throws SkillstreamError `misconfigured` where it has no name */
  const typeOf = (schema: z.ZodType, place: string): GraphQLOutputType => {
    const core = inside(schema);
    if (core instanceof z.ZodArray)
      return new GraphQLList(new GraphQLNonNull(typeOf(core.element as z.ZodType, place)));
    if (!(core instanceof z.ZodObject)) return leafOf(core, place);
    const existing = objects.get(core);
    if (existing) return existing;
    const named = nameOfObject(core, place);
    if (!named) throw unnamed(place);
    return objectOf(core, named);
  };

  return {
    typeOf,
    /** The parameters of a query as arguments. */
    argumentsOf: ({ shape }: z.ZodObject): GraphQLFieldConfigArgumentMap =>
      Object.fromEntries(
        Object.entries(shape as Record<string, z.ZodType>).map(([name, schema]) => {
          const leaf = leafOf(inside(schema), name);
          const type = isOpen(schema) ? leaf : new GraphQLNonNull(leaf);
          return [name, { type, description: describe(schema) }];
        }),
      ),
  };
};

export type Types = ReturnType<typeof createTypes>;
