import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'local-discord', include: ['test/**/*.test.ts'] } });
