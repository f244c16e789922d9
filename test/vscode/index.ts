import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a run of suites leaves in the file that the environment variable `EWS_TEST_COUNTS` names. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
}

/** Runs every suite beside this file. VS Code calls it in the extension host and fails the run when it rejects. */
export async function run(): Promise<void> {
  // A static import of Mocha fails in the extension host of VS Code 1.110.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, reporter: 'spec', color: false });
  const suites = path.join(__dirname, 'suite');
  for (const file of readdirSync(suites)) if (file.endsWith('.test.cjs')) mocha.addFile(path.join(suites, file));
  const counts = await new Promise<Counts>(resolve => {
    const runner = mocha.run(() => resolve(countsOf(runner.stats)));
  });
  const file = process.env['EWS_TEST_COUNTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
  if (counts.passed === 0) throw new Error('no test ran');
}

function countsOf(stats: Mocha.Stats | undefined): Counts {
  return { passed: stats?.passes ?? 0, failed: stats?.failures ?? 0, pending: stats?.pending ?? 0 };
}
