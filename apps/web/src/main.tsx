import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import 'virtual:tokens.css';
import './theme/global.css';
import './theme/controls.css';
import './theme/states.css';
import { ApiProblem } from './api/problem.ts';
import { AppRoutes } from './app/routes.tsx';
import { SessionProvider } from './app/SessionProvider.tsx';
import { applyPreferences } from './theme/preferences.ts';

applyPreferences();

const client = new QueryClient({
  defaultOptions: {
    // Without a network one is told so at once: nothing waits unseen and is done later, when nobody thinks of it any more.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.undecided,
    },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <BrowserRouter>
        <SessionProvider>
          <AppRoutes />
        </SessionProvider>
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
