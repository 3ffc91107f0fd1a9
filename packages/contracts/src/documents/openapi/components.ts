import { z } from 'zod';
import { compareAnswer } from '../../compare-api.ts';
import { compareSkillsAnswer } from '../../compare-skills-api.ts';
import { answeredFrom, demandAnswer, trendAnswer } from '../../demand-api.ts';
import { ingestResult, postingRecord } from '../../ingest-api.ts';
import { datesByFormat, type JsonSchema } from '../../json-schema.ts';
import { ledger, ledgerRow } from '../../ledger-api.ts';
import { liveChange } from '../../live-api.ts';
import { pairsAnswer } from '../../pairs-api.ts';
import { postingInput } from '../../posting.ts';
import { validationIssue, problem } from '../../problem.ts';
import { liveness, readiness } from '../../readiness-api.ts';
import {
  reconciliationPage,
  republishAnswer,
  republishRequest,
  versionCounts,
  versionDifference,
} from '../../reconciliation-api.ts';
import { reportAnswer, reportList } from '../../report-api.ts';
import { retagJob } from '../../retag-api.ts';
import { rolesAnswer } from '../../roles-api.ts';
import { payQuantiles, salariesAnswer, skillSalaryAnswer } from '../../salary-api.ts';
import { skill, skillAnswer, skillsAnswer } from '../../skills-api.ts';
import { awayPart, heardConsumer, partStatus, platformStatus, unreachable } from '../../status-api.ts';
import { tag, tagsLeftOut } from '../../tag.ts';
import { tagDecision, tagsAnswer, tagsRequest } from '../../tags-api.ts';
import { difference, verifyJob } from '../../verify-api.ts';

/** Every schema of the document by its name there; one that stands inside another is referred to by its name. */
const named = {
  AnsweredFrom: answeredFrom,
  CompareAnswer: compareAnswer,
  CompareSkillsAnswer: compareSkillsAnswer,
  AwayPart: awayPart,
  ConsumerStatus: heardConsumer,
  DemandAnswer: demandAnswer,
  Difference: difference,
  Fault: validationIssue,
  IngestResult: ingestResult,
  Ledger: ledger,
  LedgerRow: ledgerRow,
  LiveChange: liveChange,
  Liveness: liveness,
  PairsAnswer: pairsAnswer,
  PartStatus: partStatus,
  PayQuantiles: payQuantiles,
  PlatformStatus: platformStatus,
  PostingInput: postingInput,
  PostingRecord: postingRecord,
  Problem: problem,
  Readiness: readiness,
  ReconciliationPage: reconciliationPage,
  ReportAnswer: reportAnswer,
  ReportList: reportList,
  RepublishAnswer: republishAnswer,
  RepublishRequest: republishRequest,
  RetagJob: retagJob,
  RolesAnswer: rolesAnswer,
  SalariesAnswer: salariesAnswer,
  Skill: skill,
  SkillAnswer: skillAnswer,
  SkillSalaryAnswer: skillSalaryAnswer,
  SkillsAnswer: skillsAnswer,
  Tag: tag,
  TagDecision: tagDecision,
  TagsAnswer: tagsAnswer,
  TagsLeftOut: tagsLeftOut,
  TagsRequest: tagsRequest,
  TrendAnswer: trendAnswer,
  Unreachable: unreachable,
  VerifyJob: verifyJob,
  VersionCounts: versionCounts,
  VersionDifference: versionDifference,
} satisfies Record<string, z.ZodType>;
export type SchemaName = keyof typeof named;

/** A reference to a schema of the document. */
export const ref = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

const names = new Map<z.ZodType, SchemaName>(
  Object.entries(named).map(([name, schema]) => [schema, name as SchemaName]),
);

/** The same by the schema itself. @throws Error for one that has no name in the document */
export const refOf = (schema: z.ZodType) => {
  const name = names.get(schema);
  if (name === undefined) throw new Error('a schema of the table of operations has no name in the document');
  return ref(name);
};

/** `components/schemas`: draft 2020-12, unknown fields allowed unless the object is strict. */
export const componentSchemas = (): Record<string, JsonSchema> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { uri, io: 'input', override: datesByFormat });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
};
