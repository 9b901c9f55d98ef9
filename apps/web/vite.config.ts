import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { tokensCss } from './src/theme/tokens.ts';

const virtualId = 'virtual:tokens.css';

/** Serves the design tokens as CSS variables, so that colours are written down once. */
function tokens(): Plugin {
  return {
    name: 'hengchan-tokens',
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
    load: (id) => (id === `\0${virtualId}` ? tokensCss() : undefined),
  };
}

/** Leaves compressed copies beside the files, so that the server sends them without compressing anything itself. */
function compressed(): Plugin {
  return {
    name: 'hengchan-compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const assets = readdirSync(dir, { recursive: true, encoding: 'utf8' });
      for (const name of assets.filter((path) => /\.(js|css|svg|html)$/.test(path))) {
        const content = readFileSync(join(dir, name));
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content));
      }
    },
  };
}

const server = 'http://127.0.0.1:8080';
const proxied = ['/api', '/health', '/openapi.json', '/docs', '/metrics'];

export default defineConfig(({ command }) => {
  // Whoever builds them, a test runner too, the pages are those of production.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    plugins: [tokens(), react(), compressed()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2023',
      manifest: true,
      chunkSizeWarningLimit: 1200,
    },
    server: {
      host: '127.0.0.1',
      port: 5173,
      proxy: Object.fromEntries(proxied.map((path) => [path, { target: server, changeOrigin: false }])),
    },
  };
});
