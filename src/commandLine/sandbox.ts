import { once } from 'node:events';
import { startSandbox } from '../sandbox/index.ts';
import { type Command, printText, readWords, Usage } from './command.ts';

/** Runs the practice Exchange until it is stopped. */
export const runSandbox: Command = {
  help: `ews sandbox [--port N] [--auth none|basic]

Runs the practice Exchange on loopback and prints its address; Ctrl+C ends it. With --auth basic the user is "sandbox"
and so is the password.
`,
  run: async words => {
    const { values, positionals } = readWords(words, {
      port: { type: 'string' },
      auth: { type: 'string', default: 'none' },
    });
    const port = Number(values.port ?? 0);
    if (positionals.length > 0) throw new Usage('This command takes no file.');
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Usage('--port takes a number from 0 to 65535.');
    if (values.auth !== 'none' && values.auth !== 'basic') throw new Usage(`There is no --auth "${values.auth}" here.`);
    const sandbox = await startSandbox({ port, authentication: values.auth });
    printText(sandbox.url);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await sandbox.stop();
    return 0;
  },
};
