// Bundles the local page for the browser and copies its static files beside it.
import { cp, mkdir } from 'node:fs/promises';
import { build } from 'esbuild';

const source = 'src/local/page';
const target = 'dist/src/local/page';

await mkdir(target, { recursive: true });
await build({
  entryPoints: [`${source}/page.ts`],
  outfile: `${target}/page.js`,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  logLevel: 'warning',
});
await cp(`${source}/static`, target, { recursive: true });
