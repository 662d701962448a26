// Makes one file of the bot's own modules and of zod's sixty languages: opening two hundred files is a fifth of the start.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const app = process.argv[2] ?? fileURLToPath(new URL('../dist/src/app.js', import.meta.url));

// Packages stay outside, and so does the local Discord, which only a start without a token needs.
const outside = {
  name: 'outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path === 'zod' ? null : { path, external: true },
    );
  },
};

await build({
  entryPoints: [app],
  outfile: app,
  allowOverwrite: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  plugins: [outside],
  logLevel: 'warning',
});
