import { stringify } from 'yaml';
import { ruleGroups } from '../src/rules/rule-groups.ts';

/** The rule file of Prometheus; `scale` as in `ruleGroups`. */
export const rulesFile = (scale = 1): string =>
  `# Made by \`npm run generate\` from packages/observability/src.\n${stringify({ groups: ruleGroups(scale) }, { lineWidth: 0 })}`;
