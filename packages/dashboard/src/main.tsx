import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.tsx';
import { reloadOnce } from './shell/reload-once.ts';
import { applyTheme } from './shell/theme.ts';
import './styles/theme.css';
import './styles/page.css';
import './styles/figures.css';
import './styles/charts.css';
import './styles/pipeline.css';
import './styles/media.css';

applyTheme();
// A file of this build is gone, since the gateway has been upgraded.
addEventListener('vite:preloadError', () => {
  reloadOnce(
    import.meta.url,
    () => sessionStorage,
    () => location.reload(),
  );
});
// A failed query is asked again after its interval, so a retry of its own would only add load. What the browser
// thinks of the network is no reason to wait: the platform may run on this machine.
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
