/** Runs the project's tools (wxt, tsc, biome …) from node_modules, whoever started the script. */
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a tool in the project's root and waits for it. Returns its exit status and what it wrote; with `show`, what it
 * writes goes straight to the terminal instead. CI=1 keeps spinners and colours out of logs.
 */
export function runTool(name, args, { show = false, env = {} } = {}) {
  const output = show ? 'inherit' : 'pipe';
  const { status, stdout, stderr, error } = spawnSync(name, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      CI: '1',
      NO_COLOR: '1',
      PATH: join(ROOT, 'node_modules', '.bin') + delimiter + process.env.PATH,
      ...env,
    },
  });
  return { status: status ?? 1, stdout: stdout ?? '', stderr: error?.message ?? stderr ?? '' };
}
