import {
  appliedFilter,
  answeredFrom,
  unavailableService,
  canonicalPosting,
  confidences,
  derivation,
  derivations,
  derivedFrom,
  reportedConsumer,
  employmentTypes,
  ledger,
  ledgerRow,
  location,
  comparisons,
  countUnits,
  measuredShare,
  origins,
  payQuantiles,
  postingFacts,
  postingOrigins,
  roles,
  salary,
  salaryGroups,
  salaryPeriods,
  seniorities,
  tag,
  tagDecision,
  tagsLeftOut,
  workplaces,
} from '@skillstream/contracts';
import type { z } from 'zod';
import * as shapes from './shapes.ts';

export type TypeName = { name: string; description: string };
type Named = [of: z.ZodType | string, name: string, description: string];

// By the schema where it has a name in the code, else by its position: the type's name and the field's.
const objects: Named[] = [
  [shapes.demandGiven, 'DemandAnswer', 'The postings that require each skill, the most frequent first.'],
  ['DemandAnswer.skills', 'SkillShare', 'The part of the population that requires a skill.'],
  [
    'DemandAnswer.categories',
    'CategoryShare',
    'The part of the population that requires any skill of a category.',
  ],
  [shapes.trendGiven, 'TrendAnswer', "One skill's share by month; only months that have postings."],
  ['TrendAnswer.months', 'MonthShare', 'The part of the postings of a month that requires the skill.'],
  [shapes.pairsGiven, 'PairsAnswer', 'The skills that occur together with one skill.'],
  [
    'PairsAnswer.pairs',
    'SkillPair',
    'A skill that occurs together with another, as a share of the postings of that other skill.',
  ],
  [shapes.skillSalaryGiven, 'SkillSalaryAnswer', 'The pay of postings with and without a skill.'],
  [shapes.salariesGiven, 'SalariesAnswer', 'The pay of groups of postings.'],
  ['SalariesAnswer.groups', 'GroupPay', 'The pay of one group of postings.'],
  ['SalariesAnswer.skills', 'SkillPay', 'The pay of the postings that require a skill.'],
  [payQuantiles, 'PayQuantiles', 'Yearly pay in US dollars; quantiles need at least 20 stated pays.'],
  [shapes.compareGiven, 'CompareAnswer', 'Two groups of postings compared skill by skill.'],
  [shapes.compareSkillsGiven, 'CompareSkillsAnswer', 'Two skills compared over the same postings.'],
  [
    'CompareSkillsAnswer.a',
    'SkillSide',
    'One of two skills: its share, and the pay of the postings that require it.',
  ],
  ['CompareSkillsAnswer.months', 'ComparedMonth', 'Both shares of the postings of a month.'],
  ['CompareAnswer.a', 'ComparedSide', 'One of two groups of postings.'],
  ['CompareAnswer.skills', 'ComparedSkill', 'The share of a skill on both sides, and the difference.'],
  [shapes.sourcesGiven, 'SourcesAnswer', 'The sources of the postings, and the default origin of queries.'],
  [
    'SourcesAnswer.sources',
    'SourceCount',
    'A source with its origin and its number of non-retracted postings.',
  ],
  [measuredShare, 'MeasuredShare', 'A count, what it is a share of, and the 95 % Wilson interval.'],
  [appliedFilter, 'AnsweredFilter', 'The filters of the query.'],
  [answeredFrom, 'AnsweredFrom', 'The read model that served the query, and whether it had caught up.'],
  [shapes.reportTitle, 'ReportTitle', 'A report that `report` evaluates.'],
  [shapes.reportGiven, 'ReportAnswer', 'Claims about the market, each evaluated.'],
  ['ReportAnswer.claims', 'MeasuredClaim', 'A claim about a share or, by region, about pay.'],
  ['MeasuredClaim.expect', 'ClaimedRange', "The claimed range, as written in the report's file."],
  ['ClaimedRange.between', 'Between', 'A closed interval.'],
  ['MeasuredClaim.parts', 'NamedShare', 'The share of one of the things that a claim names.'],
  ['MeasuredClaim.pay', 'RegionalPay', 'Pay in one region, with and without the skills of the claim.'],
  ['RegionalPay.with', 'PayGroup', 'Postings that state a pay, and their median in US dollars a year.'],
  ['RegionalPay.ratio', 'PayRatio', 'The median with divided by the median without.'],
  [shapes.postingGiven, 'PostingRecord', 'A posting as stored by ingestion.'],
  [canonicalPosting, 'Posting', 'A posting in canonical form.'],
  [postingFacts, 'PostingFacts', 'What is left of a posting whose text has expired.'],
  [derivations, 'Derivations', 'How the fields came about that the sender does not state.'],
  [derivation, 'Derivation', 'How a field came about; offsets are in UTF-16 units of the description.'],
  [location, 'Location', 'Where the work is.'],
  [salary, 'Salary', 'The pay that is stated.'],
  [shapes.tagsGiven, 'TagsAnswer', 'The skills in a text, by the current taxonomy and model.'],
  [tag, 'Tag', 'One skill found; offsets are in UTF-16 units of title, an empty line, description.'],
  [tagsLeftOut, 'TagsLeftOut', 'What was omitted from the list of tags because of its limit.'],
  [tagDecision, 'TagDecision', "Why an occurrence of a skill's name was or was not classified as the skill."],
  [
    'TagDecision.weights',
    'Weight',
    'The weight of one feature in the model; positive in favour of the skill.',
  ],
  [ledger, 'Ledger', 'accepted = pending + in flight + counted + dead-lettered + retracted + missing.'],
  [
    'Ledger.versions',
    'LedgerVersions',
    'The sums of the versions of non-retracted postings at ingestion and at analytics.',
  ],
  [
    'Ledger.linking',
    'LedgerLinking',
    'Postings that wait to be linked with others of their job; null where none does.',
  ],
  [ledgerRow, 'LedgerRow', 'The postings of one source, or of all.'],
  [shapes.statusGiven, 'Status', 'The status of the platform.'],
  [shapes.serviceStatus, 'ServiceStatus', 'One service and its readiness checks.'],
  ['ServiceStatus.checks', 'Check', 'A readiness check of a service.'],
  [reportedConsumer, 'ConsumerStatus', 'The lag of a consumer, or its last known lag.'],
  [unavailableService, 'AwayPart', 'A service that is unavailable.'],
  ['ConsumerStatus.partitions', 'PartitionStatus', 'The next offset, the end of the log, and the lag.'],
  [
    shapes.changeGiven,
    'Change',
    'What one replica of analytics counted in a second: a hint, not an exact number.',
  ],
  ['Change.skills', 'SkillChange', 'The change of the number of postings that require a skill.'],
];

const enums: [values: readonly string[], name: string, description: string][] = [
  [roles, 'Role', 'The occupation, derived from the title.'],
  [seniorities, 'Seniority', 'The seniority, derived from the title.'],
  [workplaces, 'Workplace', 'Where the work is done.'],
  [employmentTypes, 'EmploymentType', 'The kind of contract.'],
  [
    derivedFrom,
    'DerivedFrom',
    'Another field of the sender, the title, the description, or a rule without words.',
  ],
  [confidences, 'Confidence', 'Said in so many words, clear from words, or a rule of thumb.'],
  [salaryPeriods, 'SalaryPeriod', 'The period that a salary refers to.'],
  [comparisons, 'Comparison', 'The attribute that two groups of postings differ in.'],
  [countUnits, 'CountUnit', 'Every posting, or of each job that several postings are of only one.'],
  [origins, 'Origin', 'Own postings, the made-up sample, or both.'],
  [postingOrigins, 'PostingOrigin', 'Own postings, or the made-up sample.'],
  [salaryGroups, 'PayBy', 'The attribute that postings are grouped by.'],
  [['views', 'facts'], 'ReadModel', 'The views in Redis, or the facts in MongoDB: slower, the same numbers.'],
  [['holds', 'does-not-hold', 'too-little-data'], 'Verdict', 'Whether the interval supports the claim.'],
  [
    ['form', 'own-name', 'negation', 'case', 'model'],
    'DecidedBy',
    'The rule that classified an occurrence in a text.',
  ],
];

const objectNames = new Map(objects.map(([of, name, description]) => [of, { name, description }]));
const enumNames = new Map(enums.map(([values, name, description]) => [values.join(), { name, description }]));

/** The name of an object; undefined where it has none. */
export const nameOfObject = (schema: z.ZodType, place: string): TypeName | undefined =>
  objectNames.get(schema) ?? objectNames.get(place);

/** The name of an enum, by its values: the same values are the same enum. */
export const nameOfEnum = (values: readonly string[]): TypeName | undefined => enumNames.get(values.join());

/** Whole numbers that may exceed 2^31, the limit of GraphQL's Int: offsets of Kafka. */
export const beyondInt = new Set(
  ['next', 'end', 'lag'].map((field) => `PartitionStatus.${field}`).concat('ConsumerStatus.lag'),
);
