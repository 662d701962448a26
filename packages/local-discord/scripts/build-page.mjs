// Bundles the local page for the browser and copies its static files and its font beside it.
import { cp, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = fileURLToPath(new URL('../src/page/browser', import.meta.url));
const target = process.argv[2] ?? fileURLToPath(new URL('../dist/page/browser', import.meta.url));
const font = dirname(fileURLToPath(import.meta.resolve('@fontsource-variable/inter/LICENSE')));

const fontFiles = {
  'files/inter-latin-wght-normal.woff2': 'inter-latin.woff2',
  'files/inter-latin-ext-wght-normal.woff2': 'inter-latin-ext.woff2',
  'files/inter-greek-wght-normal.woff2': 'inter-greek.woff2',
  'files/inter-latin-wght-italic.woff2': 'inter-latin-italic.woff2',
  LICENSE: 'inter-license.txt',
};

// Browsers draw emoji themselves: the markdown parser's long expression for emoji pictures is left out.
const withoutEmojiPictures = {
  name: 'without-emoji-pictures',
  setup({ onLoad }) {
    onLoad({ filter: /twemojiRegex\.js$/ }, () => ({ contents: 'exports.TwemojiRegex = /(?!)/;' }));
  },
};

await mkdir(target, { recursive: true });
await build({
  entryPoints: [`${source}/page.ts`],
  outfile: `${target}/page.js`,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  plugins: [withoutEmojiPictures],
  logLevel: 'warning',
});
await cp(
  fileURLToPath(import.meta.resolve('discord-markdown-parser/LICENSE')),
  `${target}/markdown-license.txt`,
);
await cp(`${source}/static`, target, { recursive: true });
await Promise.all(Object.entries(fontFiles).map(([from, to]) => cp(`${font}/${from}`, `${target}/${to}`)));
