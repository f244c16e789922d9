// npm run -s ews -- check|decode|send …: says so when the dependencies are missing, on whatever Node (20 or newer).
import { existsSync } from 'node:fs';

const installed = existsSync(new URL('../node_modules/undici', import.meta.url));
if (!installed || Number(process.versions.node.split('.')[0]) < 24) {
  console.error('The dependencies are not installed, so nothing was done. Run "npm ci", then the same command again.');
  process.exit(2);
}
await import('../src/commandLine/main.ts');
