import type { JsonSchema } from '../json-schema.ts';
import { forReaders, forWriters, type BreakingChange, type Compare } from './change.ts';

/** The members of a union; any other schema is its own only member. `type: [a, b]` is a union too. */
export const membersOf = (schema: JsonSchema): JsonSchema[] => {
  const { anyOf, oneOf, type, ...rest } = schema;
  const members = (anyOf ?? oneOf) as JsonSchema[] | undefined;
  if (members) return members.flatMap(membersOf);
  return Array.isArray(type) ? type.map((one) => ({ ...rest, type: one })) : [schema];
};

// A member is identified by its type and by its discriminating constants (`type: posting.received`).
const identityOf = (member: JsonSchema): string => {
  const properties = Object.entries((member.properties ?? {}) as Record<string, JsonSchema>);
  const constants = properties
    .filter(([, value]) => 'const' in value)
    .map(([name, value]) => [name, value.const]);
  return JSON.stringify([member.type === 'integer' ? 'number' : member.type, constants]);
};

const nameOf = (member: JsonSchema): string => {
  const [type, constants] = JSON.parse(identityOf(member)) as [string, [string, unknown][]];
  return constants.length === 0
    ? String(type)
    : constants.map(([name, value]) => `${name}=${String(value)}`).join(',');
};

/** Pairs members of the same identity, the most similar first; the rest was removed or added. */
export const unionChanges = (
  released: JsonSchema[],
  present: JsonSchema[],
  path: string,
  compare: Compare,
): BreakingChange[] => {
  const free = new Set(present);
  const changes: BreakingChange[] = [];
  for (const member of released) {
    const alike = [...free].filter((other) => identityOf(other) === identityOf(member));
    const [best] = alike
      .map((other) => ({ other, found: compare(member, other, path) }))
      .sort((a, b) => a.found.length - b.found.length);
    if (best) free.delete(best.other);
    changes.push(...(best?.found ?? [forWriters(path, `the member ${nameOf(member)} was removed`)]));
  }
  return [...changes, ...[...free].map((m) => forReaders(path, `the member ${nameOf(m)} was added`))];
};
