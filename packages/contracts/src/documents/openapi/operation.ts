import type { JsonSchema } from '../../json-schema.ts';
import type { Answer } from './answers.ts';
import type { Parameter } from './parameters.ts';
import type { TagName } from './tags-of-operations.ts';

export type Method = 'get' | 'post' | 'delete';
export type MediaTypes = Record<string, { schema: JsonSchema; [more: string]: unknown }>;

/** One operation as OpenAPI 3.1 has it, with all that this document wants of each. */
export type Operation = {
  operationId: string;
  tags: [TagName];
  summary: string;
  description: string;
  parameters?: Parameter[];
  requestBody?: { required: boolean; description: string; content: MediaTypes };
  responses: Record<string, Answer>;
};

/** The operations of one resource, by path and method. */
export type Paths = Record<string, Partial<Record<Method, Operation>>>;
