import { Link, useLocation } from '@tanstack/react-router';
import { parseSearch, postingsOf, printSearch, searchOf } from '../filter/search.ts';
import { useTitle } from './use-title.ts';

/** Where no page is. */
export const NotThere = () => {
  useTitle('No such page');
  const { pathname } = useLocation();
  return (
    <>
      <h1>No such page</h1>
      <p>
        There is no page at <code>{pathname}</code>. A skill has its page at <code>/skills/</code> and its id;
        the field above finds it by any of its names.
      </p>
      <p>
        <Link to="/">To the market</Link>
      </p>
    </>
  );
};

/** Where the page itself has failed: what it says helps who mends it. */
export const Failed = ({ error }: { error: unknown }) => {
  useTitle('This page failed');
  return (
    <div role="alert">
      <h1>This page failed</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p>
        {/* The document anew: what failed may be what it remembers. */}
        <a href={`/${printSearch(postingsOf(searchOf(parseSearch(location.search))))}`}>Begin again</a>
      </p>
    </div>
  );
};
