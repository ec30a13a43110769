import {resolve} from 'node:path';
import react from '@vitejs/plugin-react';
import {defineConfig} from 'electron-vite';
import {helpPages} from './help/plugin.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Everything is bundled but the two native modules, which load their binary from their own folder, and pdfmake,
 * whose CommonJS reads data files beside itself. Chunks keep no hash in the main side: the packaged files list is stable.
 */
export default defineConfig({
  main: {
    build: {
      outDir: resolve(root, 'out/main'),
      externalizeDeps: {exclude: ['zod', 'drizzle-orm']},
      rollupOptions: {
        input: {
          'main': resolve(root, 'electron/main.ts'),
          'loopback': resolve(root, 'electron/loopback.ts'),
          'pdf-worker': resolve(root, 'electron/pdf/worker.ts'),
          'backup-worker': resolve(root, 'electron/host/backup/worker.ts'),
          'seal-worker': resolve(root, 'electron/transfer/seal-worker.ts'),
          'table-worker': resolve(root, 'electron/excel/read/worker.ts'),
        },
        output: {format: 'es', chunkFileNames: 'chunks/[name].js'},
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      rollupOptions: {
        input: {preload: resolve(root, 'electron/preload.ts')},
        // A sandboxed preload is CommonJS.
        output: {format: 'cjs', entryFileNames: '[name].cjs'},
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), helpPages(root)],
    build: {
      outDir: resolve(root, 'out/renderer'),
      // electron-vite leaves the page as it is written: twice the bytes to read and to parse before the first screen.
      minify: true,
      // The page is served by its own host: a chunk in one piece costs nothing, a data: URL would need a wider CSP.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rollupOptions: {input: {index: resolve(root, 'renderer/index.html')}},
    },
  },
});
