import { defineConfig, type Plugin } from 'vite';

/** Cloudscape embeds Open Sans as data: URLs, 140 KB that our policy would not let through; the system's font does. */
const withoutEmbeddedFonts: Plugin = {
  name: 'without-embedded-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.css') ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null } : undefined,
};

/**
 * The console as flat, fingerprinted files: the page is served at `<stage>/console` and they at `<stage>/console/<file>`,
 * so the page names them `console/<file>` and they name each other relatively. Nothing knows the stage.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [withoutEmbeddedFonts],
  experimental: {
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `console/${file}` : { relative: true }),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});
