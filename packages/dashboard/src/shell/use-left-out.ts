import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { sourcesQuery } from '../api/sources.ts';
import {
  asInAddress,
  knownFor,
  leftOutOf,
  overriddenIn,
  unknownIn,
  type LeftOut,
} from '../filter/left-out.ts';
import { parseSearch, printSearch, searchOf, type Search } from '../filter/search.ts';
import { useAllPostings } from '../filter/use-choices.ts';

/** What is there, where the model that answered holds all of it: while it is built again a part may be missing. */
const certain = <T>(result: { answeredFrom: { caughtUp: boolean } } | undefined, values: T[]): T[] | null =>
  result?.answeredFrom.caughtUp ? values : null;

/**
 * What the address held, when the page was opened by it, that is no value: it is taken out of the address. A category
 * or source is looked up once; one that is chosen on the page, or goes later, stays.
 */
export const useLeftOut = (): readonly LeftOut[] => {
  const { history } = useRouter();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const search = useSearch({ strict: false }) as Search;
  const [opened] = useState(() => {
    const raw = parseSearch(globalThis.location.search);
    return { path, raw, leftOut: [...overriddenIn(globalThis.location.search), ...leftOutOf(raw)] };
  });
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>(opened.leftOut);
  const toLookUp = useRef(searchOf(opened.raw));
  const all = useAllPostings();
  // What stands in for an answer is that of the source before.
  const demand = all.isPlaceholderData ? undefined : all.data?.data;
  const listed = useQuery(sourcesQuery).data?.data;
  const known = knownFor(search, {
    categories: certain(demand, demand?.categories.map(({ category }) => category) ?? []),
    sources: certain(listed, listed?.sources.map(({ source }) => source) ?? []),
  });
  useEffect(() => {
    const { pathname, hash } = globalThis.location;
    const kept = pathname + printSearch(searchOf(opened.raw)) + hash;
    // The router holds the rest already, so for it the address is the same.
    if (opened.leftOut.length > 0) history.replace(kept, history.location.state);
  }, [history, opened]);
  useEffect(() => {
    const { category, source } = toLookUp.current;
    const found = unknownIn(
      {
        ...(category !== undefined && category === search.category && { category }),
        ...(source !== undefined && source === search.source && { source }),
      },
      known,
    );
    const none = Object.fromEntries(found.map(([name]) => [name, undefined]));
    const isKnown = known.sources !== null && known.categories !== null;
    toLookUp.current = isKnown ? {} : { ...toLookUp.current, ...none };
    if (found.length === 0) return;
    setLeftOut((before) => [...before, ...found]);
    void navigate({
      ...{ to: '.', replace: true, resetScroll: false },
      search: (old) => searchOf({ ...old, ...none }),
    });
  });
  useEffect(() => {
    if (path !== opened.path) setLeftOut([]);
  }, [path, opened]);
  return asInAddress(opened.raw, leftOut);
};
