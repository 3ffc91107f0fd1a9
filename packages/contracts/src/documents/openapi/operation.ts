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

/** One operation as OpenAPI 3.1 has it, with all that this document wants of each. */
export type Operation = {
  operationId: string;
  tags: [TagName];
  summary: string;
  description: string;
  parameters?: Parameter[];
  requestBody?: RequestBody;
  responses: Record<string, Response>;
};

/** What the document says of an operation beside what stands in the table of operations. */
export type Described = {
  tag: TagName;
  description: string;
  /** The id in its path. */
  pathId?: Parameter;
  /** Headers that it reads. */
  headers?: Parameter[];
  /** Of the body that the table names, what it is and examples; or all of it. */
  body?: { description: string; examples: Record<string, { summary: string; value: unknown }> };
  requestBody?: RequestBody;
  /** What the answer of the table is; or all answers of success. */
  returns: string | Record<string, Response>;
  /** Error answers beside those of every such operation. */
  problems?: Refusal[];
};

/** What the document says of the operations of one resource. */
export type Descriptions = Partial<Record<PublicOperationId, Described>>;
