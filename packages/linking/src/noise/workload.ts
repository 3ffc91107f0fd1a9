import { EDGE, END, noise, PART, PART_END, type NoiseRule } from './rule.ts';

const FULL =
  '(?:full[- ]?time|vollzeit(?:stelle)?|voltijds?|temps (?:plein|complet)|tiempo completo|jornada completa|' +
  'tempo (?:pieno|integral|inteiro)|(?:pełny|pełen|cały) etat|pełnym etacie)';
const PARTLY =
  '(?:part[- ]?time|half[- ]?time|teilzeit(?:stelle)?|deeltijds?|temps partiel|(?:tiempo|jornada|tempo) parcial|' +
  'media jornada|tempo parziale|pół etatu|niepełny etat|meio per[ií]odo)';
const OR = String.raw` ?-? ?(?:[/,|&+]| (?:oder|und|bzw\.?|or|and|ou|et|o|y|e|of|en|lub|i) ) ?`;
const IN = '(?:(?:in|à|a|em|w|na|en) )?';

/** A job for a part of the week is another one than one for all of it, in whichever language it says so. */
const PART_TIME = ' part time ';
const MANY_PERCENT = 80;
const MANY_HOURS = 32;
const FULL_WEEK = 48;
/** From here on it is no time of a day, nor the length of a shift. */
const LEAST_HOURS = 28;

const workload = (most: number, many: number): string => (most >= many ? ' ' : PART_TIME);
const TO = String.raw` ?(?:[-–—/]| (?:bis|to|tot|à|a|do) ) ?`;
const isShare = (share: number): boolean => share >= 10 && share <= 100 && share % 5 === 0;

/** "80–100 %" is one wherever it stands; less than that might be said of travels, so only as the end of a part. */
const percentRange: NoiseRule = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}.,])(?:(?:arbeits)?pensum:? )?(\d{2,3}) ?%?${TO}(\d{2,3}) ?(?:%|prozent|percent)(?:(?<end>${PART_END})|)`,
    'giu',
  ),
  to: ({ 1: from, 2: to, groups }) => {
    const [low, high] = [Number(from), Number(to)].sort((a, b) => a - b) as [number, number];
    if (!isShare(low) || !isShare(high) || low === high) return null;
    return high >= MANY_PERCENT || groups!.end !== undefined ? workload(high, MANY_PERCENT) : null;
  },
};
const percent: NoiseRule = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}.,–-])(?:(?:arbeits)?pensum:? )?(\d{2,3}) ?(?:%|prozent|percent)(?:${PART_END}|(?= remote))`,
    'giu',
  ),
  to: ([, one]) => {
    const share = Number(one);
    return share >= 20 && share <= 100 && share % 10 === 0 ? workload(share, MANY_PERCENT) : null;
  },
};

const HOURS = '(?:hours|heures|horas|godzin|stunden|std|hrs?|uren|uur|ore|h|u)';
const WEEKLY =
  String.raw`\.?(?: ?(?:/|(?:per|pro|par|por|a|à|w|alla|na|die|de) ?)? ?` +
  '(?<week>weekly|week|woche|wk|semaine|semana(?:les)?|settimana(?:li)?|tydzień|tygodniowo|wöchentlich|hebdo))?';
/** "38,5 Std./Woche", "32-40 uur", "(40h)"; "24h" and "8-16h" may be shifts. */
const hours: NoiseRule = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}.,])(?:(\d{1,2})(?:[.,]\d)?${TO})?(\d{1,2})(?:[.,]\d{1,2})?[ -]?${HOURS}${WEEKLY}${END}(?:(?<end>${PART_END})|)`,
    'giu',
  ),
  to: ({ 1: from, 2: to, groups }) => {
    const most = Number(to);
    if (most > FULL_WEEK || Number(from ?? 0) >= most) return null;
    const isRangeOrPart = from !== undefined || groups!.end !== undefined;
    const isWeek = groups!.week !== undefined || (most >= LEAST_HOURS && isRangeOrPart);
    return isWeek ? workload(most, MANY_HOURS) : null;
  },
};

/** How much of a week a job takes, and when it begins. */
export const workloadRules: readonly NoiseRule[] = [
  noise(`${EDGE}${IN}(?:${FULL}|voll|full)${OR}${IN}(?:${PARTLY}|partiel|parcial|parziale)${END}`),
  noise(`${EDGE}${IN}(?:${PARTLY}|teil|part)${OR}${IN}${FULL}${END}`),
  noise(`${EDGE}${IN}${FULL}${END}`),
  noise(`${EDGE}${IN}${PARTLY}${END}`, PART_TIME),
  percentRange,
  percent,
  hours,
  noise(`${EDGE}(?:ab sofort|zum nächstmöglichen zeitpunkt)${END}`),
];

const INDEFINITE =
  '(?:permanent(?: contract| position)?|contrato indefinido|indefinido|(?:contratto a )?tempo indeterminato|' +
  'umowa o pracę|vast contract|contrato sem termo|contrat à durée indéterminée)';

/** A contract without an end, as most are; one for a time ("CDD", "befristet") tells a job. */
export const contractRules: readonly NoiseRule[] = [
  noise(`${EDGE}(?:in )?(?:unbefristete[rsn]? )?festanstellung${END}`),
  noise(`${EDGE}unbefristet(?:e[rsn]?)?${END}`),
  noise(`${PART}${INDEFINITE}${PART_END}`),
];
/** Elsewhere it is an improvement of clinical documents, "CDI Specialist". */
export const frenchContract: NoiseRule = noise(
  `(?:${PART}(?:en |contrat )?cdi${PART_END}|(?<= )(?:en )?cdi(?= ?$))`,
);
