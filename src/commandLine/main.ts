// npm run -s ews -- check|decode|send …
import packageJson from '../../package.json' with { type: 'json' };
import { runCommandLine } from './run.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
  environment: process.env,
  // npm runs a script in the folder of package.json; the files are meant from where the person is.
  folder: (process.env['npm_lifecycle_event'] === 'ews' && process.env['INIT_CWD']) || process.cwd(),
  version: packageJson.version,
});
