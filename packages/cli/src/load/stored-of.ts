import type { CanonicalPosting, PostingInput, ValidationIssue } from '@skillstream/contracts';
import { startScript } from './pipe-through.ts';

type Stored = Omit<CanonicalPosting, 'version'>;
/** A posting as ingestion would store it, and the skills that tagging would find; or why it would not be stored. */
export type StoredPreview = { posting: Stored; skills: string[] } | { faults: ValidationIssue[] };

/**
 * What ingestion and tagging would make of some postings; they are asked as scripts, and nothing is stored.
 * @param tagged of how many, the first, the skills are looked for
 * @returns one for each posting; null where this installation has no services
 */
export const storedOf = async (
  postings: readonly Partial<PostingInput>[],
  tagged: number,
): Promise<StoredPreview[] | null> => {
  if (postings.length === 0) return [];
  const ingest = startScript('services/ingestion/src/preview/stdin.ts');
  // It loads its model meanwhile.
  const tag = startScript('packages/tagger/src/inspect/stdin.ts');
  const stored = (await ingest(postings)) as
    (({ posting: Stored } | { faults: ValidationIssue[] }) & object)[] | null;
  const texts = (stored ?? []).slice(0, tagged).flatMap((one, id) => {
    if ('faults' in one) return [];
    const { title, description, organization } = one.posting;
    return [{ id, title, description, organization }];
  });
  const found = (await tag(texts)) as { id: number; tags: { label: string }[] }[] | null;
  const skillsOf = (id: number): string[] => [
    ...new Set(found?.find((one) => one.id === id)?.tags.map(({ label }) => label)),
  ];
  return stored?.map((one, id) => ('faults' in one ? one : { ...one, skills: skillsOf(id) })) ?? null;
};
