import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';
import { searchQuery } from '../api/skills.ts';
import { postingsOf, type Search } from '../filter/search.ts';
import { categoryName } from '../format/category-name.ts';
import { isStrongMatch } from './is-strong-match.ts';

/** Finds a skill by its id, label or any other name, and opens its page: a combobox with a list (ARIA 1.2). */
export const SkillSearch = () => {
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const { data } = useQuery(searchQuery(useDeferredValue(text.trim())));
  const found = text.trim() === '' ? [] : (data?.skills ?? []);
  const shown = open && text.trim() !== '';
  // Enter opens the first only where the text names it: else a letter too few would open anything that holds it.
  const first = found[0] && isStrongMatch(text, found[0]) ? 0 : -1;
  const at = Math.min(active ?? first, found.length - 1);
  const choose = (skillId: string) => {
    setText('');
    setOpen(false);
    void navigate({ to: '/skills/$id', params: { id: skillId }, search: postingsOf(search) });
  };
  const onKey = (event: { key: string; preventDefault: () => void }) => {
    if (event.key === 'Escape') setOpen(false);
    if (event.key === 'Enter' && shown && found[at]) choose(found[at].skillId);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    if (found.length === 0) return;
    const next = event.key === 'ArrowDown' ? at + 1 : Math.max(at, 0) - 1;
    setActive((next + found.length) % found.length);
  };
  return (
    <div className="skill-search">
      <input
        type="search"
        role="combobox"
        aria-label="Find a skill"
        placeholder="Find a skill"
        autoComplete="off"
        maxLength={100}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(null);
          setOpen(true);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Skills" hidden={!shown || found.length === 0}>
        {found.map(({ skillId, label, category, matched }, i) => (
          <li
            key={skillId}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            // The input keeps the focus, without which the list is closed before the click that chooses.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(skillId)}
          >
            {label} <small>{matched === undefined ? categoryName(category) : `also: ${matched}`}</small>
          </li>
        ))}
      </ul>
      {shown && data && found.length === 0 && (
        <p className="no-skill" role="status">
          No skill has this in a name.
        </p>
      )}
    </div>
  );
};
