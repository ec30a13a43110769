import '@fontsource-variable/inter/wght.css';
import './app/entrance.css';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {must} from '../domain/assert.ts';
import {Entrance} from './app/entrance.tsx';

createRoot(must(document.getElementById('root'))).render(
  <StrictMode>
    <Entrance />
  </StrictMode>,
);
