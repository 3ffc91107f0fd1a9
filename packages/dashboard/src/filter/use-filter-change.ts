import { useNavigate } from '@tanstack/react-router';
import { searchOf, type Search } from './search.ts';

/** Changes a part of the state in the address; the page stays where it is scrolled to. */
export const useFilterChange = () => {
  const navigate = useNavigate();
  return (change: Partial<Search>): void =>
    void navigate({ to: '.', resetScroll: false, search: (old) => searchOf({ ...old, ...change }) });
};
