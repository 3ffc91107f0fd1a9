import { Link } from '@tanstack/react-router';
import { postingsOf } from '../filter/search.ts';

/** Leads to the page of a skill, for the same postings. */
export const SkillLink = ({ id, label }: { id: string; label: string }) => (
  <Link to="/skills/$id" params={{ id }} search={(search) => postingsOf(search)}>
    {label}
  </Link>
);
