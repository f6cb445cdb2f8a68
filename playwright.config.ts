/** End-to-end tests: one suite, run against the built extension in Chromium and again in Firefox. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  reporter: [['list']],
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  projects: [
    { name: 'chromium', testIgnore: '*.firefox.spec.ts' },
    { name: 'firefox', testIgnore: ['*.chromium.spec.ts', 'screenshots.spec.ts'] },
  ],
});
