import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from '../../scripts/paths.ts';
import { openAddress, patience } from './harness.ts';

suite('workbench: npm start -- --host=browser', () => {
  test('prints an address under which the extension works, and ends when asked', async () => {
    const child = spawn(process.execPath, [inRoot('scripts/start.mjs'), '--host=browser'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const address = await printedAddress(child);
    const end = async (): Promise<void> => {
      child.kill('SIGTERM');
      await ended;
    };
    const workbench = await openAddress(address, inRoot('samples'), end);
    await workbench.command('EWS: New Request…');
    await workbench.pick('RemoveImGroup');
    await workbench.editor().getByText('RemoveImGroup').first().waitFor();
    await workbench.close();
    assert.equal(child.exitCode, 0);
  });
});

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const deadline = setTimeout(() => reject(new Error(`No address was printed:\n${output}`)), 3 * patience);
    child.stdout?.on('data', chunk => {
      output += String(chunk);
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output);
      if (address === null) return;
      clearTimeout(deadline);
      resolve(address[0]);
    });
  });
}
