/** The sections for those who do not have the extension yet, and those that need a checkout of the source. */
const otherReaders = ['Install', 'On the command line', 'From source'];

/**
 * What VS Code shows of a README on the page of an installed extension: it loads pictures from the web only, and opens
 * no link to a file, not even to one of the package. So pictures go, and of such links the words stay.
 */
export function packagedReadme(readme: string): string {
  return readme
    .split(/^(?=## )/m)
    .filter(section => !otherReaders.some(title => section.startsWith(`## ${title}\n`)))
    .join('')
    .replace(/:?\n\n!\[[^\]]*\]\([^)]*\)$/gm, picture => (picture.startsWith(':') ? '.' : ''))
    .replace(/\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1')
    .trimEnd()
    .concat('\n');
}
