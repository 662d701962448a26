// Makes one file of the bot and of the packages that every start needs: opening their eight hundred files is most of a start.
// What is loaded later, by `import()`, stays a package: pictures, citations, metrics, colours in a terminal, the local Discord.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const app = process.argv[2] ?? fileURLToPath(new URL('../dist/src/app.js', import.meta.url));

const later = {
  name: 'later',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ kind }) => (kind === 'dynamic-import' ? { external: true } : null));
  },
};

// Packages in CommonJS ask for these; a module has none of its own.
const COMMONJS = [
  "import { createRequire as requireFor } from 'node:module';",
  'const require = requireFor(import.meta.url);',
  'const { dirname: __dirname, filename: __filename } = import.meta;',
];

await build({
  entryPoints: [app],
  outfile: app,
  allowOverwrite: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  // V8 keeps the source in memory: 4.7 MB with comments, 3.1 without.
  minifyWhitespace: true,
  legalComments: 'external',
  lineLimit: 120,
  banner: { js: COMMONJS.join('\n') },
  alias: {
    // The same copy that discord.js asks for: its modules are there as CommonJS and once more as ES modules.
    '@discordjs/ws': createRequire(import.meta.url).resolve('@discordjs/ws'),
    // Its first file is one that no bundler can read.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  plugins: [later],
  logLevel: 'warning',
});

// One letter beyond Latin 1 would make it keep two bytes of each. Only regular expressions have any left, and String.raw for them.
const text = await readFile(app, 'utf8');
const hex = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
await writeFile(app, text.replace(/[^\0-\x7f]/g, hex));
