import { useEffect } from 'react';

/** Names the page in the tab and in the history of the browser. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} – Skillstream`;
  }, [title]);
};
