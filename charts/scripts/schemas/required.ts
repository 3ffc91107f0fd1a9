import type { Schema } from './kinds.ts';

type Tree = { [key: string]: unknown };

// Where Kubernetes has a default of its own, or may do without: null takes these away, with all that is below.
const removable = new Set(['startup', 'liveness', 'readiness', 'requests', 'limits', 'rollingUpdate']);

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

const mayBeNull = ({ type }: Schema) => Array.isArray(type) && type.includes('null');

/**
 * The schema with what has to be there: all that a chart has a default for. Helm takes away what the values say null
 * for, and a template that asks for it would fail in words of its own; where the default is empty, null is the same.
 * @param defaults what `values.yaml` has at the place of the schema
 */
export const withRequired = (schema: Schema, defaults: unknown): Schema => {
  const properties = schema['properties'] as Record<string, Schema> | undefined;
  if (!properties || !isTree(defaults)) return schema;
  const present = Object.keys(properties).filter((key) => !isEmpty(defaults[key] ?? null));
  const required = present.filter((key) => !removable.has(key) && !mayBeNull(properties[key]!));
  const inner = Object.entries(properties).map(([key, property]) => [
    key,
    required.includes(key) ? withRequired(property, defaults[key]) : property,
  ]);
  const names = required.length > 0 ? { required } : {};
  return { ...schema, properties: Object.fromEntries(inner) as Record<string, Schema>, ...names };
};
