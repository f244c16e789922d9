export type { SandboxContact, SandboxContent, SandboxGroup, SandboxMailbox } from './content.ts';
export { initialContent } from './content.ts';
export { type ScriptedAnswer, scriptedAnswers } from './scripted.ts';
export { parseSeed } from './seed.ts';
export { asideHeader, type Sandbox, startSandbox } from './server.ts';
