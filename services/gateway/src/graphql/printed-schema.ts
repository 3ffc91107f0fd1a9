import { buildSchema, findBreakingChanges, printSchema } from 'graphql';
import { createSchema } from './create-schema.ts';

/** The schema as text, which is checked in. */
export const printedSchema = (): string => `${printSchema(createSchema())}\n`;

/** What present clients of a released schema could not do any more, a line each. */
export const breaksOf = (released: string, present: string): string[] =>
  findBreakingChanges(buildSchema(released), buildSchema(present)).map(({ description }) => description);
