/** True for a placeholder that a snippet left to be replaced: `{{group id}}`. */
export function isPlaceholder(value: string): boolean {
  return /^\s*\{\{[^{}]*\}\}\s*$/.test(value);
}
