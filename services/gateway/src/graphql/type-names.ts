import {
  appliedFilter,
  answeredFrom,
  awayPart,
  canonicalPosting,
  reportedConsumer,
  employmentTypes,
  ledger,
  ledgerRow,
  location,
  comparisons,
  measuredShare,
  origins,
  payQuantiles,
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
  [shapes.demandGiven, 'DemandAnswer', 'How many postings ask for which skill, the most asked for first.'],
  ['DemandAnswer.skills', 'SkillShare', 'How many of the population ask for a skill.'],
  ['DemandAnswer.categories', 'CategoryShare', 'How many of the population ask for any skill of a category.'],
  [shapes.trendGiven, 'TrendAnswer', "One skill's share month by month; only months that have postings."],
  ['TrendAnswer.months', 'MonthShare', 'How many of the postings of a month ask for the skill.'],
  [shapes.pairsGiven, 'PairsAnswer', 'The skills that stand beside one in the same postings.'],
  ['PairsAnswer.pairs', 'SkillPair', 'A skill beside another, as a share of the postings of that one.'],
  [shapes.skillSalaryGiven, 'SkillSalaryAnswer', 'What postings pay with a skill and without.'],
  [shapes.salariesGiven, 'SalariesAnswer', 'What groups of postings pay.'],
  ['SalariesAnswer.groups', 'GroupPay', 'What one group of postings pays.'],
  ['SalariesAnswer.skills', 'SkillPay', 'What the postings pay that ask for a skill.'],
  [payQuantiles, 'PayQuantiles', 'Yearly pay in US dollars; quantiles of 20 stated pays at the least.'],
  [shapes.compareGiven, 'CompareAnswer', 'Two groups of postings side by side, skill by skill.'],
  [shapes.compareSkillsGiven, 'CompareSkillsAnswer', 'Two skills side by side in the same postings.'],
  [
    'CompareSkillsAnswer.a',
    'SkillSide',
    'One of two skills: its share, and what the postings pay that ask for it.',
  ],
  ['CompareSkillsAnswer.months', 'ComparedMonth', 'Both shares of the postings of a month.'],
  ['CompareAnswer.a', 'ComparedSide', 'One of two groups of postings.'],
  ['CompareAnswer.skills', 'ComparedSkill', 'The share of a skill on both sides, and the difference.'],
  [shapes.sourcesGiven, 'SourcesAnswer', 'Where the live postings were taken from.'],
  ['SourcesAnswer.sources', 'SourceCount', 'A source, and how many live postings are from there.'],
  [measuredShare, 'MeasuredShare', 'A count, what it is a share of, and the 95 % Wilson interval.'],
  [appliedFilter, 'AnsweredFilter', 'The filters that the answer was asked with.'],
  [answeredFrom, 'AnsweredFrom', 'Which read model answered, and whether it had caught up.'],
  [shapes.reportTitle, 'ReportTitle', 'A report that `report` answers.'],
  [shapes.reportGiven, 'ReportAnswer', 'What people say about the market, each claim measured.'],
  ['ReportAnswer.claims', 'MeasuredClaim', 'A claim: it measures a share or, by region, pay.'],
  ['MeasuredClaim.expect', 'ClaimedRange', "The claimed range, as the report's file words it."],
  ['ClaimedRange.between', 'Between', 'Both ends belong to it.'],
  ['MeasuredClaim.parts', 'NamedShare', 'The share of one of the things that a claim names.'],
  ['MeasuredClaim.pay', 'RegionalPay', 'Pay in one region, with and without what the claim is about.'],
  ['RegionalPay.with', 'PayGroup', 'Postings that state a pay, and their median in US dollars a year.'],
  ['RegionalPay.ratio', 'PayRatio', 'The median with divided by the median without.'],
  [shapes.postingGiven, 'PostingRecord', 'A posting as ingestion keeps it.'],
  [canonicalPosting, 'Posting', 'A posting as the platform knows it.'],
  [location, 'Location', 'Where the work is.'],
  [salary, 'Salary', 'The pay that is stated.'],
  [shapes.tagsGiven, 'TagsAnswer', 'The skills in a text, as the present taxonomy and model find them.'],
  [tag, 'Tag', 'One skill found; offsets are in UTF-16 units of title, an empty line, description.'],
  [tagsLeftOut, 'TagsLeftOut', 'What the list of tags does not tell, since it has an end.'],
  [tagDecision, 'TagDecision', "Why a skill's name was taken for the skill, or was not."],
  ['TagDecision.weights', 'Weight', 'What weighed how much in the model; above 0 for the skill.'],
  [ledger, 'Ledger', 'accepted = pending + in flight + counted + dead-lettered + retracted + missing.'],
  ['Ledger.versions', 'LedgerVersions', 'The sums of the versions of living postings at both ends.'],
  [ledgerRow, 'LedgerRow', 'The postings of one source, or of all.'],
  [shapes.statusGiven, 'Status', 'How every part is.'],
  [shapes.serviceStatus, 'ServiceStatus', 'One service, and each thing that it waits for.'],
  ['ServiceStatus.checks', 'Check', 'Something that a service waits for.'],
  [
    reportedConsumer,
    'ConsumerStatus',
    'How far a consumer is behind its topic, or was when it was last heard of.',
  ],
  [awayPart, 'AwayPart', 'A part that does not say now what it was asked for.'],
  ['ConsumerStatus.partitions', 'PartitionStatus', 'The next offset, the end of the log, and the distance.'],
  [shapes.changeGiven, 'Change', 'What one replica of analytics counted in a second: a hint, not a number.'],
  ['Change.skills', 'SkillChange', 'How many postings more ask for a skill, or fewer.'],
];

const enums: [values: readonly string[], name: string, description: string][] = [
  [roles, 'Role', 'What somebody does, derived from the title.'],
  [seniorities, 'Seniority', 'The level, derived from the title.'],
  [workplaces, 'Workplace', 'Where the work is done.'],
  [employmentTypes, 'EmploymentType', 'The kind of contract.'],
  [salaryPeriods, 'SalaryPeriod', 'What a salary is paid for.'],
  [comparisons, 'Comparison', 'What two groups of postings differ in.'],
  [origins, 'Origin', 'Own postings, the made-up sample, or both.'],
  [postingOrigins, 'PostingOrigin', 'Own postings, or the made-up sample.'],
  [salaryGroups, 'PayBy', 'What groups of postings are told apart by.'],
  [['views', 'facts'], 'ReadModel', 'The views in Redis, or the facts in MongoDB: slower, the same numbers.'],
  [['holds', 'does-not-hold', 'too-little-data'], 'Verdict', 'Whether the interval bears the claim out.'],
  [['form', 'own-name', 'negation', 'case', 'model'], 'DecidedBy', 'What decided about a place in a text.'],
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
