type Ref = { $ref?: string } | undefined;

/** Every `$ref` of a document or a part of it. */
export const refsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => (name === '$ref' ? [String(inner)] : refsIn(inner)));

/** What a `#/a/b` of a document points at, through references on the way; undefined when nothing is there. */
export const resolveRef = (document: unknown, ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => {
      const found = (at as Record<string, unknown> | undefined)?.[name];
      const next = (found as Ref)?.$ref;
      return next === undefined ? found : resolveRef(document, next);
    }, document);
