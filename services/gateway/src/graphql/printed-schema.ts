import { buildSchema, findBreakingChanges, printSchema } from 'graphql';
import { createSchema } from './create-schema.ts';

/** The schema as text, which is checked in. */
export const printedSchema = (): string => `${printSchema(createSchema())}\n`;

/** The breaking changes for clients of a released schema, a line each. */
export const breaksOf = (released: string, present: string): string[] =>
  findBreakingChanges(buildSchema(released), buildSchema(present)).map(({ description }) => description);
