import { releaseRules, ruleGroups } from '@skillstream/observability';
import { stringify } from 'yaml';

// What the template puts the release's own names in for.
const placeholders = { namespace: '__NAMESPACE__', release: '__RELEASE__' };

/** The rules of one release. All texts are quoted: the name of a namespace may be a number. */
export const releaseRulesFile = (): string => {
  const rules = { groups: releaseRules(ruleGroups(), placeholders) };
  const text = stringify(rules, {
    lineWidth: 0,
    defaultKeyType: 'PLAIN',
    defaultStringType: 'QUOTE_SINGLE',
  });
  return `# Made by \`npm run generate:charts\` from packages/observability/src.\n${text}`;
};
