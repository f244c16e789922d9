/** The address of a page of the web service reference, by its title or by the last part of the address. */
export function referencePage(page: string): string {
  return `https://learn.microsoft.com/exchange/client-developer/web-service-reference/${page.toLowerCase()}`;
}
