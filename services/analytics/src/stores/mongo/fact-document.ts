import { createHash } from 'node:crypto';
import type { Contribution } from '../../contribution/contribution.ts';
import type { Fact } from '../../projections/facts/fact-store.ts';
import type { StoredFactTrail } from '../../projections/facts/fact-trail.ts';

/** A fact as it is stored in MongoDB. */
export type FactDocument = {
  _id: string;
  partition: number;
  offset: number;
  source: string;
  version: number;
  retracted: boolean;
  /** false: another posting of the same job is counted where jobs are. Absent otherwise, and in older facts. */
  primary?: false;
  month?: string | null;
  role?: string;
  country?: string | null;
  seniority?: string;
  workplace?: string;
  salaryUsd?: number | null;
  organizationHash?: string | null;
  skills?: string[];
  categories?: string[];
  /** Absent in facts of releases before it. */
  trail?: StoredFactTrail;
};

const hash = (organization: string | null): string | null =>
  organization && createHash('sha256').update(organization.toLowerCase()).digest('base64url').slice(0, 16);

const contents = (c: Contribution): Partial<FactDocument> => {
  if (c.retracted) return {};
  const { month, role, country, seniority, workplace, salaryUsd, skills, categories } = c;
  return {
    month,
    role,
    country,
    seniority,
    workplace,
    salaryUsd,
    organizationHash: hash(c.organization),
    skills,
    categories,
    ...(c.duplicate && { primary: false }),
  };
};

/** Encodes a fact as a document; a retracted one has no contents, and organizations are hashed. */
export const toDocument = ({ postingId, partition, offset, contribution, trail }: Fact): FactDocument => ({
  _id: postingId,
  partition,
  offset,
  source: contribution.source,
  version: contribution.version,
  retracted: contribution.retracted,
  ...contents(contribution),
  ...(trail && { trail }),
});
