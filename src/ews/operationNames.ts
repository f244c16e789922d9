import { operations } from './operations/index.ts';
export function operationNames(): readonly string[] {
  return operations.map(({ name }) => name);
}
export function findOperation(name: string): { readonly name: string } | undefined {
  return operations.find(o => o.name === name);
}
