import type { Salary } from '@skillstream/contracts';

type Period = Salary['period'];

// Words of English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, the Nordic languages,
// Indonesian and Vietnamese, as they follow "per" or "/"; the adverbs stand alone.
const units: Record<Period, string> = {
  hour: 'hours?|hrs?|h|std|stunde|heure|hora|ora|uur|uurloon|timmen?|timen?|godz|godzinę|hod|hodinu|jam|giờ',
  day: 'days?|d|tag|jour|día|dia|giorno|dag|dzień|den|diem|hari|ngày',
  week: 'weeks?|wk|woche|semaine|semana|settimana|vecka|uke|uge|tydzień|týden|minggu|tuần',
  month:
    'months?|mo|mth|monat|mois|mes|mês|mese|maand|månad(?:en)?|mån|måned(?:en)?|lun[aă]|mies|miesiąc|m-c|měsíc|hó|hónap|kk|m|bulan|bln|tháng',
  year: 'years?|yr|y|annum|jahr|année|an|año|ano|anno|jaar|år(?:et)?|rok|év|tahun|thn|năm',
};
const adverbs: Record<Period, string> = {
  hour: 'hourly|stündlich',
  day: 'daily|täglich',
  week: 'weekly|wöchentlich',
  month:
    'monthly|monatlich|mtl|mensuels?|mensual(?:es)?|mensal|mensais|mensili?|miesięcznie|měsíčně|pcm|sebulan',
  year: 'annually|annual|yearly|p\\.?a|jährlich|annuels?|anual(?:es)?|anuais|annui|rocznie|ročně|årligen|lpa|setahun',
};
const per = String.raw`(?:per|pr\.?|an?|each|every|pro|je|par|por|al|à l['’]|på|i|na|za|pe|in de|de)\s|\/\s?|p[./]?\s?`;
const both = (period: Period) => `(?<${period}>(?:${per})(?:${units[period]})|${adverbs[period]})`;
const periods = Object.keys(units) as Period[];
const anyPeriod = `(?:${periods.map(both).join('|')})(?![\\p{L}\\d])`;

// Gross, net, currency or a bracket may stand between an amount and its period.
const close = new RegExp(
  String.raw`^[\s,(]{0,2}(?:(?:gross|net|nett[oó]|brutt[oó]|bruto|brutos?|bruts?|lordi|before tax(?:es)?|base|salary|usd|eur|cad|gbp|[+€$£])[\s,)]{0,2}){0,3}` +
    anyPeriod,
  'iu',
);
const near = new RegExp(String.raw`^[^\d\n•;]{0,24}?(?<![\p{L}])` + anyPeriod, 'iu');
const ahead =
  /(?<![\p{L}])(?:(?<hour>hourly|stundenlohn|stundensatz|taux horaire)|(?<day>daily|day rate|tagessatz|tjm)|(?<week>weekly)|(?<month>monthly|monats(?:gehalt|lohn)|mensual|mensal|mensuel)|(?<year>annual|annually|yearly|annualized|jahres(?:gehalt|brutto\p{L}*)|jahresgehalt|annuel|anual))(?![\p{L}])[^\d\n•.;]{0,40}$/iu;

/**
 * `close`: by the words right after the amount; `ahead`: by an adjective before it ("hourly rate"); neither: by words
 * somewhat later, which may speak of something else.
 */
export type PeriodSaid = { period: Period; close: boolean; ahead: boolean };

/**
 * The period that the words around an amount of money name.
 * @param before some 60 characters that stand before the amount
 * @param behind some 40 that stand after it
 * @returns null where they name none
 */
export const periodSaid = (before: string, behind: string): PeriodSaid | null => {
  const right = close.exec(behind);
  if (right !== null) return { period: named(right), close: true, ahead: false };
  const left = ahead.exec(before);
  if (left !== null) return { period: named(left), close: false, ahead: true };
  const later = near.exec(behind);
  return later === null ? null : { period: named(later), close: false, ahead: false };
};

const named = ({ groups }: RegExpExecArray): Period =>
  periods.find((period) => groups?.[period] !== undefined)!;
