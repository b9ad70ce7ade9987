import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/App';
import { AppError } from './graphql';
import { startTranslations } from './i18n';

async function start(): Promise<void> {
  await startTranslations();
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root');
  createRoot(container, {
    // A failed request is shown on the page; only faults of our own belong in the console.
    onCaughtError: (error) => {
      if (!(error instanceof AppError)) reportError(error);
    },
  }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
