import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';

/**
 * Runs every suite beside this file. VS Code calls it in the extension host and fails the run when it rejects.
 * When the environment variable `EWS_TEST_RESULTS` names a folder, what Mocha prints goes into its `report.txt` as it
 * comes and the counts into its `counts.json`: the host's own output is full of other things.
 */
export async function run(): Promise<void> {
  const folder = process.env['EWS_TEST_RESULTS'];
  const print = (line: string): void => {
    if (folder === undefined) console.log(line);
    else appendFileSync(path.join(folder, 'report.txt'), `${line}\n`);
  };
  try {
    const counts = await finished(print);
    if (folder !== undefined) writeFileSync(path.join(folder, 'counts.json'), JSON.stringify(counts));
    if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
    if (counts.passed === 0) throw new Error('no test ran');
  } catch (error) {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error;
  }
}

async function finished(print: (line: string) => void): Promise<{ passed: number; failed: number; pending: number }> {
  // A static import of Mocha fails in the extension host of VS Code 1.110.
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => print(format(...values));
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: 'spec', color: false });
  for (const file of suiteFiles()) mocha.addFile(file);
  return new Promise(resolve => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, pending });
    });
  });
}

function suiteFiles(): readonly string[] {
  const suites = path.join(__dirname, 'suite');
  return readdirSync(suites)
    .filter(name => name.endsWith('.test.cjs'))
    .map(name => path.join(suites, name));
}
