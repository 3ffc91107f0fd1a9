/** What an amount of money is: pay as such, called base pay, all that may be earned (OTE), or no salary. */
export type PayKind = 'plain' | 'base' | 'total' | 'none';

const extra =
  'bonus(?:es)?|sign(?:ing)?[- ]?on|budget|stipends?|referrals?|commissions?|equity|stock|shares|rsus?|options|allowances?|relocation|reimburse\\w*|retention|variable|incentives?|per diem|401k|pension|match(?:ing)?|prämie|prime|bono|provision';
const sums =
  'funding|raised|revenue|arr|acvs?|narr|quarter|mrr|valuation|seed|series|in sales|aum|assets|deals?|contracts?|quota|pipeline|market|customers?|users?|investment|budgets?|gmv|spend|profit|loans?|mortgages?|homes?|priced|tuition|scholarships?|deal size';
const noneBehind = new RegExp(
  String.raw`^\s?(?:\+\s?)?(?:m[- ]|million|billion|trillion|bn\b)|^[^.,+\n•;]{0,24}\b(?:${sums})\b|^\s?(?:(?!plus|and|with|offers)[\p{L}%-]+ ){0,2}(?:${extra})(?![\p{L}])|^\s?(?:once|one[- ]time|einmalig)\b`,
  'iu',
);
const noneAhead = new RegExp(
  String.raw`(?<![\p{L}])(?:${extra}|${sums}|over|worth|save[sd]?|prize|fee|cost(?:s|ing)?|price|(?:raised|closed|secured|backed|managing|manage|processed|processing)(?: \p{L}+){0,2})(?: (?:of|up to|is|from|range|at))?[\s:(]{0,2}$`,
  'iu',
);
const totalBehind =
  /^[\s(]{0,2}(?:(?:total|target|expected|est\.?|uncapped) ){0,2}(?:ote|on[- ]target|tc\b|total|all[- ]in)/i;
const totalAhead =
  /(?<![\p{L}])(?:ote|on[- ]target (?:earnings?|comp\p{L}*)|total (?:\p{L}+ )?(?:compensation|comp|cash|earnings?|ote|pay|package)|zielgehalt)(?![\p{L}])[^\d\n•;.]{0,24}$/iu;
const baseBehind = /^[\s(]{0,2}(?:base|fix(?:um|ed)?|grundgehalt|(?:gross |annual )?base)(?![\p{L}])/iu;
const baseAhead = /(?<![\p{L}])(?:base|grundgehalt|fixum|fixe|salaire de base)(?![\p{L}])[^\d\n•;]{0,40}$/iu;

/**
 * What the words around an amount of money say that it is.
 * @param before some 60 characters that stand before the amount
 * @param behind some 40 that stand after it
 */
export const payKindOf = (before: string, behind: string): PayKind => {
  if (noneBehind.test(behind)) return 'none';
  if (totalBehind.test(behind)) return 'total';
  if (baseBehind.test(behind)) return 'base';
  if (noneAhead.test(before)) return 'none';
  if (totalAhead.test(before)) return 'total';
  return baseAhead.test(before) ? 'base' : 'plain';
};
