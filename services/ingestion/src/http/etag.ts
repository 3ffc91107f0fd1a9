import { fault } from '@skillstream/runtime';
import type { VersionCondition } from '../versions/decide.ts';

/** The entity tag of a version. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The versions that an If-Match header allows (RFC 9110, 13.1.1). Weak tags never match.
 * @throws SkillstreamError `invalid-input` when it is no list of entity tags
 */
export const conditionOf = (header: string | undefined): VersionCondition => {
  if (header === undefined || header.trim() === '*') return 'any';
  const tags = header.split(',').map((tag) => tag.trim());
  if (!tags.every((tag) => /^(W\/)?"[^"]*"$/.test(tag)))
    throw fault('invalid-input', 'If-Match takes versions as entity tags, like "3"', {
      context: { faults: [{ path: 'If-Match', message: 'is no list of entity tags' }] },
    });
  return tags.filter((tag) => /^"[1-9]\d*"$/.test(tag)).map((tag) => Number(tag.slice(1, -1)));
};
