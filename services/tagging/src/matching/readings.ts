import { spellings } from '../taxonomy/spellings.ts';
import type { Skill } from '../taxonomy/taxonomy.ts';
import { fold } from './fold.ts';

/** What a spelling stands for. */
export type Reading = {
  skill: Skill;
  spelling: string;
  rule: string | undefined;
  caseSensitive: boolean;
  /** "AWS EC2" says AWS, and then EC2: the broader skill, and how many units of the spelling are its name. */
  lead: { skill: Skill; length: number } | undefined;
};

/** By folded spelling; one may have several readings ("JAX" sure, "Jax" by context): the first that fits is taken. */
export function readingsByPattern(skills: readonly Skill[]): Map<string, Reading[]> {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const readings = new Map<string, Reading[]>();
  for (const skill of skills) {
    const leadOf = createLeads(skill, byId);
    for (const { text, ambiguous: rule, caseSensitive = false } of skill.forms)
      for (const spelling of spellings(text)) {
        const reading = { skill, spelling, rule, caseSensitive, lead: leadOf(spelling) };
        readings.set(fold(spelling), [...(readings.get(fold(spelling)) ?? []), reading]);
      }
  }
  for (const list of readings.values()) list.sort((a, b) => order(a) - order(b));
  return readings;
}

/** Sure readings first, then those that a rule decides; of either, the case-sensitive ones first. */
function order({ rule, caseSensitive }: Reading): number {
  return (rule === undefined ? 0 : 2) + (caseSensitive ? 0 : 1);
}

/** Finds the name of a broader skill that a spelling begins with, where what is left is a name of the skill itself. */
function createLeads(skill: Skill, byId: ReadonlyMap<string, Skill>) {
  const own = new Set(skill.forms.flatMap(({ text }) => spellings(text).map(fold)));
  const leads = skill.broader.flatMap((id) => {
    const broader = byId.get(id)!;
    const sure = broader.forms.filter(({ ambiguous }) => ambiguous === undefined);
    return sure.flatMap(({ text }) => spellings(text).map((name) => ({ skill: broader, name: fold(name) })));
  });
  return (spelling: string): Reading['lead'] => {
    const folded = fold(spelling);
    const found = leads.find(
      ({ name }) => folded.startsWith(`${name} `) && own.has(folded.slice(name.length + 1)),
    );
    return found && { skill: found.skill, length: found.name.length };
  };
}
