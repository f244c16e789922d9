// npm run -s ews -- check|decode|send …: says so when something is missing, on whatever Node (20 or newer).
import { existsSync } from 'node:fs';

const installed = existsSync(new URL('../node_modules/undici', import.meta.url));
if (!installed || Number(process.versions.node.split('.')[0]) < 24) {
  const reason = installed ? `This is Node ${process.versions.node}` : 'The dependencies are not installed';
  const step = installed ? 'Run it with "npm run -s ews --", which takes' : 'Run "npm ci", which also brings';
  console.error(`${reason}, so nothing was done. ${step} the right Node.`);
  process.exit(2);
}
await import('../src/commandLine/main.ts');
