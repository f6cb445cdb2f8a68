/** `npm run fuzz`: the fuzz tests with 100,000 cases each, for a night; `-- --cases=N --seed=N` for others, or the same again. */
import { runTool } from './tools.mjs';

const option = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1];
const env = { FUZZ_CASES: option('cases') ?? '100000', ...(option('seed') ? { FUZZ_SEED: option('seed') } : {}) };
process.exitCode = runTool('vitest', ['run', '--project=unit', 'tests/fuzz'], { show: true, env }).status;
