import { z } from 'zod';
import { boardRun, boardsResult, boardState } from '../../boards-api.ts';
import { compareResult } from '../../compare-api.ts';
import { compareSkillsResult } from '../../compare-skills-api.ts';
import { answeredFrom, demandResult, trendResult } from '../../demand-api.ts';
import { countryCodes } from '../../country-code.ts';
import { erasure, erasurePreview, erasurePreviewRequest, erasureRequest } from '../../erasure-api.ts';
import { ingestResult, postingRecord } from '../../ingest-api.ts';
import { datesByFormat, type JsonSchema } from '../../json-schema.ts';
import { journey, journeyStep } from '../../journey-api.ts';
import { ledger, ledgerRow } from '../../ledger-api.ts';
import { liveChange } from '../../live-api.ts';
import { pairsResult } from '../../pairs-api.ts';
import { pipelineState } from '../../pipeline-api.ts';
import { pipelineEvent, sighting, unknownPipelineEvent } from '../../pipeline-events.ts';
import { replicaSnapshot } from '../../pipeline-snapshot.ts';
import { countryCode, postingInput } from '../../posting.ts';
import { listedPosting, postingsPage } from '../../posting-list-api.ts';
import { previewFormat, previewPosting, previewQuality, previewResult } from '../../preview-api.ts';
import { validationIssue, problem } from '../../problem.ts';
import { liveness, readiness } from '../../readiness-api.ts';
import {
  reconciliationPage,
  republishResult,
  republishRequest,
  versionCounts,
  versionDifference,
} from '../../reconciliation-api.ts';
import { reportResult, reportList } from '../../report-api.ts';
import { retagJob } from '../../retag-api.ts';
import { rolesResult } from '../../roles-api.ts';
import { payQuantiles, salariesResult, skillSalaryResult } from '../../salary-api.ts';
import { signIn } from '../../sign-in-api.ts';
import { listedSkill, skillResult, skillsResult } from '../../skills-api.ts';
import { sourcesResult } from '../../sources-api.ts';
import {
  unavailableService,
  reportedConsumer,
  serviceStatus,
  platformStatus,
  unreachable,
} from '../../status-api.ts';
import { tableMapping } from '../../table-api.ts';
import { tag, tagsLeftOut } from '../../tag.ts';
import { tagDecision, tagsResult, tagsRequest } from '../../tags-api.ts';
import { difference, verifyJob } from '../../verify-api.ts';

/** Every schema of the document by its name; nested ones are referenced by name. */
const named = {
  AnsweredFrom: answeredFrom,
  CompareAnswer: compareResult,
  CompareSkillsAnswer: compareSkillsResult,
  AwayPart: unavailableService,
  BoardRun: boardRun,
  BoardState: boardState,
  BoardsAnswer: boardsResult,
  ConsumerStatus: reportedConsumer,
  CountryCode: countryCode,
  DemandAnswer: demandResult,
  Difference: difference,
  Erasure: erasure,
  ErasurePreview: erasurePreview,
  ErasurePreviewRequest: erasurePreviewRequest,
  ErasureRequest: erasureRequest,
  Fault: validationIssue,
  IngestResult: ingestResult,
  Journey: journey,
  JourneyStep: journeyStep,
  Ledger: ledger,
  LedgerRow: ledgerRow,
  ListedPosting: listedPosting,
  LiveChange: liveChange,
  Liveness: liveness,
  PairsAnswer: pairsResult,
  PartStatus: serviceStatus,
  PayQuantiles: payQuantiles,
  PipelineEvent: pipelineEvent,
  PipelineState: pipelineState,
  PlatformStatus: platformStatus,
  PostingInput: postingInput,
  PostingRecord: postingRecord,
  PostingsPage: postingsPage,
  PreviewAnswer: previewResult,
  PreviewFormat: previewFormat,
  PreviewQuality: previewQuality,
  PreviewPosting: previewPosting,
  Problem: problem,
  Readiness: readiness,
  ReconciliationPage: reconciliationPage,
  ReplicaSnapshot: replicaSnapshot,
  ReportAnswer: reportResult,
  ReportList: reportList,
  RepublishAnswer: republishResult,
  RepublishRequest: republishRequest,
  RetagJob: retagJob,
  RolesAnswer: rolesResult,
  SalariesAnswer: salariesResult,
  Sighting: sighting,
  SignIn: signIn,
  Skill: listedSkill,
  SkillAnswer: skillResult,
  SkillSalaryAnswer: skillSalaryResult,
  SkillsAnswer: skillsResult,
  SourcesAnswer: sourcesResult,
  TableMapping: tableMapping,
  Tag: tag,
  TagDecision: tagDecision,
  TagsAnswer: tagsResult,
  TagsLeftOut: tagsLeftOut,
  TagsRequest: tagsRequest,
  TrendAnswer: trendResult,
  UnknownPipelineEvent: unknownPipelineEvent,
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

/** A reference to a schema object. @throws Error for one that has no name in the document */
export const refOf = (schema: z.ZodType) => {
  const name = names.get(schema);
  if (name === undefined) throw new Error('a schema of the table of operations has no name in the document');
  return ref(name);
};

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** Of a parameter: what has a name in the document is a reference, so that a long list of values stands there once. */
export const refsByName: Override = (context) => {
  datesByFormat(context);
  const name = names.get(context.zodSchema as unknown as z.ZodType);
  if (name === undefined) return;
  for (const keyword of Object.keys(context.jsonSchema)) delete context.jsonSchema[keyword];
  Object.assign(context.jsonSchema, ref(name));
};

// Which codes there are cannot be said by the check itself.
const countriesByName: Override = (context) => {
  datesByFormat(context);
  if (context.zodSchema !== countryCode) return;
  delete context.jsonSchema.pattern;
  context.jsonSchema.enum = [...countryCodes];
};

/** `components/schemas`: draft 2020-12, unknown fields allowed unless the object is strict. */
export const componentSchemas = (): Record<string, JsonSchema> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { uri, io: 'input', override: countriesByName });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
};
