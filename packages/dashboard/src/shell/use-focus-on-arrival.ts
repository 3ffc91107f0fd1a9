import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus to the heading of a page that was gone to, which is read out with that; what had the focus is gone
 * with the page before. Not at the first page, nor where only the filter changes.
 */
export const useFocusOnArrival = (): void => {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    const isArrival = before.current !== undefined && path !== undefined && before.current !== path;
    before.current = path ?? before.current;
    const heading = isArrival ? document.querySelector<HTMLElement>('main h1') : null;
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [path]);
};
