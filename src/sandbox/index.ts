export type { SandboxContact, SandboxContent, SandboxGroup, SandboxMailbox } from './content.ts';
export { initialContent } from './content.ts';
export { type ScriptedAnswer, scriptedAnswers } from './scripted.ts';
export { parseSeed, type Seed } from './seed.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './server.ts';
