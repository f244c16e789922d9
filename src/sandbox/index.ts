export type { SandboxContact, SandboxContent, SandboxGroup, SandboxMailbox } from './content.ts';
export { initialContent } from './content.ts';
export { scriptedAnswers } from './scripted.ts';
export { parseSeed } from './seed.ts';
export { type Sandbox, startSandbox } from './server.ts';
