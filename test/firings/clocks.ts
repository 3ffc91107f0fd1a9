import { ruleGroups, type AlertingRule, type RuleGroup } from '@skillstream/observability';

/** How many times as fast as in production times pass in rules. */
export type Clocks = {
  /** For causes: what they compare with takes its own time here, a lease for example, which does not pass faster. */
  causes: number;
  /** For alerts that only look at counters over windows, which may be as short as some scrapes. */
  windows: number;
};

/** A count of an end of the ledger each 15 s has to fit into five minutes, and six hours of a budget into four. */
export const usualClocks: Clocks = { causes: 10, windows: 100 };

const FIVE_MINUTES_MS = 300_000;
const SLOWEST_MS = 2000;

/** How often Prometheus scrapes, as it takes it: three times in what is left of the five minutes of a rate. */
export const scrapeEvery = ({ windows }: Clocks): string =>
  `${Math.min(SLOWEST_MS, Math.floor(FIVE_MINUTES_MS / windows / 3))}ms`;

const overWindows = new Set(
  ['CountedLate', 'AnswersSlow', 'RequestsFail', 'DifferencesFound', 'DeadLetters', 'TokensRefused']
    // It waits for half an hour, and for nothing that takes its own time.
    .concat('ViewsRebuilding')
    .map((name) => `Skillstream${name}`),
);

/** How many times as fast an alert's times pass; by its name in Prometheus. */
export const scaleOf = (alert: string, { causes, windows }: Clocks): number =>
  overWindows.has(alert) ? windows : causes;

type Rule = RuleGroup['rules'][number];
const isAlert = (rule: Rule): rule is AlertingRule => 'alert' in rule;

/** All rules, each alert once, by the clock that it goes by. */
export const clockedGroups = (clocks: Clocks): RuleGroup[] => {
  const by = (scale: keyof Clocks, keeps: (rule: Rule) => boolean) =>
    ruleGroups(clocks[scale]).map((group) => ({
      ...group,
      name: `${group.name}-by-${scale}`,
      rules: group.rules.filter(keeps),
    }));
  return [
    ...by('windows', (rule) => !isAlert(rule) || overWindows.has(rule.alert)),
    ...by('causes', (rule) => isAlert(rule) && !overWindows.has(rule.alert)),
  ].filter(({ rules }) => rules.length > 0);
};

/** An alert with its severity, since an objective has two of a name: `SkillstreamCountedLate (ticket)`. */
export const alertId = (alert: string, severity: string): string => `${alert} (${severity})`;

/** All alerts that rules can fire. */
export const alertIds = (groups: readonly RuleGroup[]): string[] =>
  groups.flatMap(({ rules }) =>
    rules.filter(isAlert).map(({ alert, labels }) => alertId(alert, labels.severity)),
  );

/** Between two rounds of light traffic: some ten postings and six queries a second. */
export const LIGHT_MS = 1000;
