import { defineConfig } from 'vitest/config';

/** Tests run on sources; this is how those of the local Discord are found. */
const ssr = { resolve: { conditions: ['local-discord-source', 'module', 'node', 'development'] } };

/** Tests without isolation share what they import: reading modules anew for each file was more than half of the work. */
export default defineConfig({
  test: {
    projects: [
      {
        ssr,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/faults/**'],
          testTimeout: 30_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'local-discord',
          root: 'packages/local-discord',
          include: ['test/**/*.test.ts'],
          // Bots of other authors test the package, not this bot: `npm test -w local-discord` runs them.
          exclude: ['test/bots/**'],
          isolate: false,
        },
      },
      {
        ssr,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ssr,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ssr,
        test: { name: 'screenshots', include: ['scripts/screenshots.ts'], testTimeout: 120_000 },
      },
    ],
  },
});
