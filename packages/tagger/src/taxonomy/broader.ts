import type { Skill } from './taxonomy.ts';

type Node = Pick<Skill, 'id' | 'broader'>;

/**
 * Returns the issues with the broader skills of a taxonomy: unknown ids, and skills that include themselves.
 * @param placeOf file and entry of each skill, for the message
 */
export function broaderIssues(skills: readonly Node[], placeOf: ReadonlyMap<string, string>): string[] {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const faults: string[] = [];
  const done = new Set<string>();
  const visit = (skill: Node, path: string[]) => {
    const at = path.indexOf(skill.id);
    if (at >= 0) {
      const circle = [...path.slice(at), skill.id].join(' → ');
      faults.push(`${placeOf.get(skill.id)}: it is broader than itself: ${circle}`);
      return;
    }
    if (done.has(skill.id)) return;
    for (const id of skill.broader) {
      const broader = byId.get(id);
      if (broader) visit(broader, [...path, skill.id]);
      else faults.push(`${placeOf.get(skill.id)}: the broader skill "${id}" is not there`);
    }
    done.add(skill.id);
  };
  for (const skill of skills) visit(skill, []);
  return faults;
}
