// What was built before goes: files that are no longer made would still be found, and could be run.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

for (const folder of ['src', 'commands'])
  await rm(fileURLToPath(new URL(`../dist/${folder}`, import.meta.url)), { recursive: true, force: true });
