import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/app.css';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {must} from '../domain/assert.ts';
import {App} from './app/app.tsx';

createRoot(must(document.getElementById('root'))).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
