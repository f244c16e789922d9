import { check } from './check.ts';
import { type Command, Usage } from './command.ts';
import { decodeFiles } from './decode.ts';
import { runSandbox } from './sandbox.ts';
import { sendFile } from './send.ts';

const commands: Readonly<Record<string, Command>> = { check, decode: decodeFiles, send: sendFile, sandbox: runSandbox };

const help = `EWS Request Studio on the command line

  ews check   [--json] FILE…
  ews decode  [--json] FILE…
  ews send    [--json] FILE --endpoint URL [--user NAME] [--auth KIND] [--timeout SECONDS]
  ews sandbox [--port N] [--auth none|basic]

"ews COMMAND --help" says more. Exit codes: 0 all is well; 1 errors in a request, or an answer
that is no NoError; 2 a file cannot be read, there was no answer, or the command is wrong.
`;

process.exitCode = await run(process.argv.slice(2));

async function run([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new Usage(`There is no command "${name}".`);
    if (words.includes('--help') || words.includes('-h')) {
      process.stdout.write(command.help);
      return 0;
    }
    return await command.run(words);
  } catch (wrong) {
    if (!(wrong instanceof Usage)) throw wrong;
    process.stderr.write(
      `ews: ${wrong.message}\n${command ? `Usage: ${command.help.split('\n')[0]}` : 'Run "ews --help".'}\n`,
    );
    return 2;
  }
}
