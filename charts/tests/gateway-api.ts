import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@skillstream/errors';
import { parse } from 'yaml';
import { z } from 'zod';
import { run } from '../../test/api/prepare-python.ts';

// As Go's checksum database knows it; fetched on first use (2 MB), and kept by Go.
const MODULE = 'sigs.k8s.io/gateway-api@v1.4.1';
const DEFINITION = 'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml';

type Schema = { [key: string]: unknown };
type Definition = { spec: { versions: { name: string; schema: { openAPIV3Schema: Schema } }[] } };

// Kubernetes drops a property that a schema does not name; here it is a mistake.
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner && 'type' in inner ? { ...inner, additionalProperties: false } : inner;
};

const folder = (): string => {
  try {
    return (JSON.parse(run('go', ['mod', 'download', '-json', MODULE]).stdout) as { Dir: string }).Dir;
  } catch (error) {
    throw new Error(
      `${messageOf(error)}\nthe Gateway API's schema is a Go module, so Go has to be on the PATH`,
      {
        cause: error,
      },
    );
  }
};

/**
 * What the Gateway API's own schema (version v1, the standard channel) has against a route; its rules in CEL, which
 * only a cluster works out, are left aside.
 */
export const routeProblems = (): ((route: object) => string[]) => {
  const definition = parse(readFileSync(join(folder(), DEFINITION), 'utf8')) as Definition;
  const { openAPIV3Schema } = definition.spec.versions.find(({ name }) => name === 'v1')!.schema;
  const { properties } = openAPIV3Schema as { properties: Schema };
  // What Kubernetes itself checks.
  const { metadata: _, ...own } = properties;
  const schema = z.fromJSONSchema(closed({ ...openAPIV3Schema, properties: own }) as never);
  return (route) => {
    const { metadata: __, ...rest } = route as Schema;
    const { error } = schema.safeParse(rest);
    return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  };
};
