import { randomBytes } from 'node:crypto';
import { builtPackage } from '../package.ts';
import { inRoot } from '../paths.ts';
import { installServer } from '../vscode/install.ts';
import { startServer, workbenchAddress } from '../vscode/server.ts';

/**
 * Serves VS Code with the packaged extension and `samples` on loopback, prints its address and waits for Ctrl+C.
 * The address carries a secret: what other programs and pages guess of it does not let them in.
 */
export async function openInBrowser(): Promise<number> {
  const installed = await installServer('1.139.1');
  const connectionToken = randomBytes(16).toString('hex');
  const server = await startServer(installed, { extensions: [await builtPackage()], connectionToken });
  console.log('\nEWS Request Studio is ready. Open this address in a browser:\n');
  console.log(`  ${workbenchAddress(server, inRoot('samples'), { tkn: connectionToken })}\n`);
  console.log('Press F1 there and type EWS. Press Ctrl+C here to end it.');
  await asked();
  await server.stop();
  return 0;
}

/** Ctrl+C, or the request of another program to end; a repeated one does not cut the tidying short. */
function asked(): Promise<void> {
  return new Promise(resolve => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
}
