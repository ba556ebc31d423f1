/** Starts the page: styles, providers, the live stream, the router. */
import '@mantine/core/styles.css';
import './main.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLive } from './live.ts';
import { queryClient } from './queries.ts';
import { router } from './router.tsx';
import { languageStore } from './texts.ts';
import { cssVariables, theme } from './theme.ts';

const showLanguage = () => {
  document.documentElement.lang = languageStore.get();
};
languageStore.subscribe(showLanguage);
showLanguage();
startLive(queryClient);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
