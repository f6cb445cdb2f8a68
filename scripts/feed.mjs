/** `npm run feed -- COMMAND`: makes, checks, signs and tries out an edition of the results feed. docs/feed.md is its guide. */
import { parseArgs } from 'node:util';
import { Usage } from './feed/command.mjs';

/** Loaded when they are asked for, so that help comes at once. */
const COMMANDS = {
  import: 'counts an export of responses into a next edition',
  check: 'says what must be put right before an edition is signed',
  keygen: 'makes a pair of keys, outside the repository',
  sign: 'signs a checked edition',
  diff: 'says in words what changes from one edition to another',
  serve: 'serves a folder over https on this machine, to try it',
  'publish-dir': 'lays out the files to put on a web host',
  embedded: 'prints the edition that the extension comes with',
  schema: 'prints the JSON Schema of the format',
};

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
  console.log(`usage: npm run feed -- COMMAND [OPTIONS]

${Object.entries(COMMANDS)
  .map(([command, about]) => `  ${command.padEnd(12)} ${about}`)
  .join('\n')}

COMMAND --help says more. Exit codes: 0 done, 1 something is wrong with what was given, 2 the command was not understood.`);
} else {
  process.exitCode = await run(name, rest);
}

/** Errors of people's making are one line that says what to do; anything else is ours, and comes with its trace. */
async function run(name, args) {
  try {
    if (!Object.hasOwn(COMMANDS, name)) throw new Usage(`no command is called ${name}; npm run feed lists them`);
    const command = await import(`./feed/${name}.mjs`);
    if (args.includes('--help') || args.includes('-h')) {
      console.log(command.help);
      return 0;
    }
    const { values, positionals } = readArguments(args, command.options ?? {});
    return (await command.run(values, positionals)) ?? 0;
  } catch (error) {
    console.error(`feed ${name}: ${error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : error}`);
    return error instanceof Usage ? 2 : 1;
  }
}

function readArguments(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Usage(`${error.message.split('. ')[0]}; --help lists what there is`);
  }
}
