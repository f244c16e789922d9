/**
 * True for a placeholder: what a snippet left to be replaced (`{{group id}}`), or what other tools and samples write in its
 * place. An id can be told from more of them than a text, which may be any name.
 */
export function isPlaceholder(value: string, of: 'id' | 'text' = 'text'): boolean {
  // As ids begin, and no placeholder.
  if (value.startsWith('AA')) return false;
  const word = value.trim();
  return word.length <= longest && (ofTexts.test(word) || (of === 'id' && ofIds.test(word)));
}

const longest = 200;

/** `{{x}}`, the `?` of SoapUI, `${x}` of JMeter and shells, `{0}` of format strings. */
const ofTexts = /^(?:\{\{[^{}]*\}\}|\?|[$#]\{[^{}]*\}|\{\d+\})$/;

/**
 * An ellipsis, a variable (`$x`, `$(x)`, `$($x.y)`, `@x`, `%x%`, `" + x + "`), `%s` of format strings, any word in brackets,
 * the name of what is wanted (`GROUP_ID`), and what samples say.
 */
const ofIds =
  /^(?:(?:[a-z]{2,15}[_-]){1,3}id|(?:group|contact|item)id|(["'])\s*[+.&]\s*[\w$.]+(?:\(\))?\s*[+.&]\s*\1|\.{3}|\u2026|\$\(?\$?[\w.:]+\)?|@\w+|%\w+%|%(?:\d+\$)?[sd]|%@|\{[^{}]*\}|\[[^[\]]*\]|<[^<>@]*>|(?:your|my|the|insert|enter)[\s_-].*|todo|string|x{3,})$/i;
