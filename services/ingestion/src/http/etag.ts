import { appError } from '@skillstream/errors';
import type { VersionCondition } from '../posting-versions/decide.ts';

/**
 * The entity tag of a posting's record. A strong tag must never stand for two representations (RFC 9110, 8.8.1), and
 * the record shows whether its version is pending. Without that in the tag, a caller with If-None-Match would never
 * learn that it was published.
 */
export const etagOf = (version: number, pending: boolean): string =>
  `"${version}${pending ? '-pending' : ''}"`;

/**
 * The versions that an If-Match header allows (RFC 9110, 13.1.1). Tags of pending and published versions are
 * equivalent here: publishing in between changes nothing for the caller. Weak tags never match.
 * @throws SkillstreamError `invalid-input` when it is not a list of entity tags
 */
export const conditionOf = (header: string | undefined): VersionCondition => {
  if (header === undefined || header.trim() === '*') return 'any';
  const tags = header.split(',').map((tag) => tag.trim());
  if (!tags.every((tag) => /^(W\/)?"[^"]*"$/.test(tag)))
    throw appError('invalid-input', 'If-Match takes versions as entity tags, like "3"', {
      context: { faults: [{ path: 'If-Match', message: 'is no list of entity tags' }] },
    });
  return tags.flatMap((tag) => /^"([1-9]\d{0,14})(?:-pending)?"$/.exec(tag)?.[1] ?? []).map(Number);
};
