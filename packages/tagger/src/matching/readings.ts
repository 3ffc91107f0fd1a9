import { spellings } from '../taxonomy/spellings.ts';
import type { Skill } from '../taxonomy/taxonomy.ts';
import { fold } from './fold.ts';

/** A meaning of a spelling. */
export type Reading = {
  skill: Skill;
  spelling: string;
  rule: string | undefined;
  caseSensitive: boolean;
  /** "AWS EC2" names AWS, and then EC2: the broader skill, and the length of its name in the spelling. */
  lead: { skill: Skill; length: number } | undefined;
};

/** By folded spelling, which may have several readings ("JAX" sure, "Jax" by context): the first that fits is used. */
export function readingsByPattern(skills: readonly Skill[]): Map<string, Reading[]> {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const readings = new Map<string, Reading[]>();
  for (const skill of skills) {
    const leadOf = createLeads(skill, byId);
    for (const { text, ambiguous: rule, caseSensitive = false } of skill.forms)
      for (const spelling of spellings(text)) {
        const folded = fold(spelling);
        const reading = { skill, spelling, rule, caseSensitive, lead: leadOf(folded) };
        const others = readings.get(folded);
        if (others === undefined) readings.set(folded, [reading]);
        else others.push(reading);
      }
  }
  for (const list of readings.values()) if (list.length > 1) list.sort((a, b) => order(a) - order(b));
  return readings;
}

/** Unambiguous readings first, then those with a rule; in each group the case-sensitive ones first. */
function order({ rule, caseSensitive }: Reading): number {
  return (rule === undefined ? 0 : 2) + (caseSensitive ? 0 : 1);
}

const noLead = () => undefined;

/**
 * Finds the name of a broader skill at the beginning of a folded spelling whose rest is a name of the skill itself.
 */
function createLeads(skill: Skill, byId: ReadonlyMap<string, Skill>): (folded: string) => Reading['lead'] {
  if (skill.broader.length === 0) return noLead;
  let own: Set<string> | null = null;
  const isOwn = (name: string) => {
    own ??= new Set(skill.forms.flatMap(({ text }) => spellings(text).map(fold)));
    return own.has(name);
  };
  const leads = new Map<string, Skill>();
  for (const broader of skill.broader.map((id) => byId.get(id)!))
    for (const { text, ambiguous } of broader.forms)
      if (ambiguous === undefined)
        for (const name of spellings(text).map(fold)) if (!leads.has(name)) leads.set(name, broader);
  return (folded) => {
    for (let space = folded.indexOf(' '); space > 0; space = folded.indexOf(' ', space + 1)) {
      const lead = leads.get(folded.slice(0, space));
      if (lead !== undefined && isOwn(folded.slice(space + 1))) return { skill: lead, length: space };
    }
    return undefined;
  };
}
