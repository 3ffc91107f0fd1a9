import { Link, Outlet, useSearch } from '@tanstack/react-router';
import { postingsOf, type Search } from '../filter/search.ts';
import { SignInNotice } from '../sign-in/sign-in-notice.tsx';
import { DataLine } from './data-line.tsx';
import { LeftOut } from './left-out.tsx';
import { SignIn } from './sign-in.tsx';
import { SkillSearch } from './skill-search.tsx';
import { nextTheme, useTheme } from './theme.ts';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';

const themeNames = { auto: 'as the system', light: 'light', dark: 'dark' };

/** What stands around every page. */
export const Layout = () => {
  useFocusOnArrival();
  const theme = useTheme();
  const postings = postingsOf(useSearch({ strict: false }) as Search);
  return (
    <>
      <a className="skip" href="#content">
        To the content
      </a>
      <header>
        <Link className="brand" to="/" search={postings}>
          Skillstream
        </Link>
        <nav aria-label="Pages">
          <Link to="/" search={postings} activeOptions={{ exact: true, includeSearch: false }}>
            Market
          </Link>
          <Link to="/compare" search={postings} activeOptions={{ includeSearch: false }}>
            Compare
          </Link>
          <Link to="/reports" search={postings} activeOptions={{ includeSearch: false }}>
            Reports
          </Link>
          <Link to="/pipeline" search={postings} activeOptions={{ includeSearch: false }}>
            Pipeline
          </Link>
          <Link to="/try" search={postings} activeOptions={{ includeSearch: false }}>
            Try it
          </Link>
          <Link to="/load" search={postings} activeOptions={{ includeSearch: false }}>
            Load
          </Link>
          <Link to="/sources" search={postings} activeOptions={{ includeSearch: false }}>
            Sources
          </Link>
        </nav>
        <SkillSearch />
        <div className="tools">
          <button type="button" onClick={nextTheme}>
            Theme: {themeNames[theme]}
          </button>
          <SignIn />
        </div>
      </header>
      <SignInNotice />
      <LeftOut />
      <DataLine />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <footer>
        <a href="/docs">The API that this page reads</a> · <a href="/graphql">GraphQL</a>
      </footer>
    </>
  );
};
