import type { JsonSchema } from '../../json-schema.ts';
import type { PublicOperationId } from '../../operations.ts';
import type { Response, Refusal } from './responses.ts';
import type { Parameter } from './parameters.ts';

/** The groups of operations, in reading order. */
export const operationTags = [
  { name: 'postings', description: 'Send, read and retract postings.' },
  { name: 'questions', description: 'Queries about the demand for skills.' },
  { name: 'tagging', description: 'Skills found in texts.' },
  { name: 'watching', description: 'Monitoring: ledger, reconciliation, verification, status.' },
] as const;
type TagName = (typeof operationTags)[number]['name'];

export type Method = 'get' | 'post' | 'delete';
export type MediaTypes = Record<string, { schema: JsonSchema; [more: string]: unknown }>;
export type RequestBody = { required: boolean; description: string; content: MediaTypes };

/** An operation object of OpenAPI 3.1, with all fields that this document requires. */
export type Operation = {
  operationId: string;
  tags: [TagName];
  summary: string;
  description: string;
  parameters?: Parameter[];
  requestBody?: RequestBody;
  responses: Record<string, Response>;
};

/** The description of an operation, beside its entry in the table of operations. */
export type Described = {
  tag: TagName;
  description: string;
  /** The id in its path. */
  pathId?: Parameter;
  /** The request headers that it reads. */
  headers?: Parameter[];
  /** A description and examples of the body in the table; or the complete body. */
  body?: { description: string; examples: Record<string, { summary: string; value: unknown }> };
  requestBody?: RequestBody;
  /** A description of the response in the table; or all successful responses. */
  returns: string | Record<string, Response>;
  /** Error responses beside those of every operation of its kind. */
  problems?: Refusal[];
};

/** The descriptions of the operations of one resource. */
export type Descriptions = Partial<Record<PublicOperationId, Described>>;
